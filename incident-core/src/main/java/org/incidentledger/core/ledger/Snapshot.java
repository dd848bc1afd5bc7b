package org.incidentledger.core.ledger;

import org.incidentledger.core.tlog.Hash;

/**
 * The state of an aggregate after one of its events. It follows from the entries and may be wrong or missing at any time: whoever reads
 * one checks it, or does without.
 *
 * @param sequence of the last event that was folded
 * @param entry the leaf hash of the entry of that event
 * @param format names the code that wrote the state
 * @param checksum over all the rest, as its writer computed it
 */
public record Snapshot(StreamId stream, long sequence, Hash entry, String format, String state, Hash checksum) {}
