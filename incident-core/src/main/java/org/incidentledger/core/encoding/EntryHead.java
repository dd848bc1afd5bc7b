package org.incidentledger.core.encoding;

/**
 * The members of an entry that say where it belongs, each as it is spelt.
 *
 * @param origin the name of the ledger
 * @param stream {@code category/id}
 * @param sequence in its stream, from 0
 * @param type the stable name of the event
 * @param recordedAt 27 characters, so that the order of texts is the order of instants
 */
public record EntryHead(String origin, String stream, long sequence, String type, String recordedAt) {}
