package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.incidentledger.core.encoding.EncodingException;
import org.incidentledger.core.encoding.Entry;
import org.incidentledger.core.encoding.EntryFormat;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.StoredEntry;

/** What is checked before a ledger may be used: its head says where it ends, and the last entry agrees. */
final class Opening {
    private Opening() {}

    /** @throws LedgerException.Corrupt naming the first position that contradicts the head */
    static LedgerHead verifiedHead(Connection connection) throws SQLException {
        // Under the lock, because other processes may append meanwhile.
        LedgerHead head = HeadTable.lock(connection);
        long stored = EntryTable.size(connection);
        if (stored < head.size()) {
            throw new LedgerException.Corrupt(
                    stored, "the entry is missing: the head says that there are %d".formatted(head.size()), null);
        }
        if (stored > head.size()) {
            throw new LedgerException.Corrupt(head.size(), "an entry lies beyond the head of the ledger", null);
        }
        if (head.size() > 0) {
            requireAgreement(head, last(connection, head.size() - 1));
        }
        return head;
    }

    private static Entry last(Connection connection, long position) throws SQLException {
        List<StoredEntry> entries = EntryTable.between(connection, position, position + 1);
        try {
            return EntryFormat.read(entries.getFirst());
        } catch (EncodingException e) {
            throw new LedgerException.Corrupt(position, "the last entry cannot be read", e);
        }
    }

    private static void requireAgreement(LedgerHead head, Entry last) {
        Instant recordedAt = last.recordedAt();
        boolean agrees = last.origin().equals(head.origin())
                && last.position() == head.size() - 1
                && Objects.equals(recordedAt, head.lastRecordedAt());
        if (!agrees) {
            throw new LedgerException.Corrupt(
                    head.size() - 1,
                    "the last entry is of ledger %s at position %d, recorded at %s; the head says %s, %s"
                            .formatted(
                                    last.origin(), last.position(), recordedAt, head.origin(), head.lastRecordedAt()),
                    null);
        }
    }
}
