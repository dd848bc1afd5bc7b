package org.incidentledger.core.ledger;

/**
 * One event as it is kept: a stable name, its revision, and its data.
 *
 * @param type such as {@code incident.contained}; never the name of a class
 * @param revision of the shape of the data, from 1
 * @param data a JSON object without white space between tokens
 */
public record EncodedEvent(String type, int revision, String data) {}
