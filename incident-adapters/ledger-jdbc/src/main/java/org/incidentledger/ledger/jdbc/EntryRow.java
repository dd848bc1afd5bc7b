package org.incidentledger.ledger.jdbc;

import java.time.Instant;
import java.util.UUID;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;

/** One row of the table of entries: the entry and what it is looked up by. */
record EntryRow(StoredEntry entry, StreamId stream, long sequence, UUID commandId, Instant recordedAt) {}
