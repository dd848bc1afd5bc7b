package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.incidentledger.core.encoding.EncodingException;
import org.incidentledger.core.encoding.Entry;
import org.incidentledger.core.encoding.EntryFormat;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.TreeGrowth;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.ledger.journal.JournalException.Damaged;
import org.incidentledger.ledger.journal.JournalRecord;

/** Repeats the groups that were made durable in the journal and that the database came back without. */
final class Recovery {
    private final Connection connection;
    private final SealedTables sealed;
    private final List<VerifierKey> keys;
    private VerifiedTree tree;

    private Recovery(Connection connection, SealedTables sealed, VerifiedTree tree, List<VerifierKey> keys) {
        this.connection = connection;
        this.sealed = sealed;
        this.tree = tree;
        this.keys = keys;
    }

    /**
     * The end of the ledger with every durable group in the database.
     *
     * @throws LedgerException.Corrupt when the journal does not continue the database
     */
    static VerifiedTree repeatMissing(
            Connection connection, Durability durability, VerifiedTree found, List<VerifierKey> keys)
            throws SQLException {
        Recovery recovery = new Recovery(connection, Dialect.of(connection).sealedTables(), found, keys);
        long size = found.head().size();
        boolean gap = durability.first().filter(first -> first > size).isPresent();
        if (gap) {
            throw new LedgerException.Corrupt(
                    size,
                    ("the database ends here and its journal begins at position %d: the database was set back, say to"
                                    + " an older backup, or was damaged; put the newest copy of the database back, do not append"
                                    + " to this one")
                            .formatted(durability.first().get()),
                    null);
        }
        try {
            durability.missing(size, recovery::repeat);
        } catch (Damaged e) {
            throw new LedgerException.Corrupt(e.position(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw StorageFailure.unavailable("bring the database up to date from its journal", new SQLException(e));
        }
        return recovery.tree;
    }

    /** A crash in here is followed by the same again: each group is a transaction of its own. */
    private void repeat(JournalRecord group) throws IOException {
        try {
            requireNext(group);
            TreeGrowth growth = TreeGrower.grown(tree.edge(), group.entries());
            requireSigned(group, growth);
            List<EntryRow> rows = group.entries().stream().map(Recovery::row).toList();
            LedgerHead after = new LedgerHead(
                    tree.head().origin(),
                    group.checkpoint().size(),
                    rows.getLast().recordedAt());
            TreeGrower.Growth grown =
                    new TreeGrower.Growth(growth.edge(), TreeGrower.full(growth), group.checkpoint(), null);
            GroupTables.store(connection, new GroupRows(rows, grown, tree.head(), after, SealedPuts.NONE));
            sealed.apply(connection, SealedSteps.read(group.attachment().bytes()), new Known());
            connection.commit();
            tree = new VerifiedTree(after, growth.edge(), group.checkpoint());
        } catch (SQLException e) {
            throw new IOException(StorageFailure.meaning(e), e);
        }
    }

    private void requireNext(JournalRecord group) {
        long size = tree.head().size();
        if (group.position() != size) {
            throw new LedgerException.Corrupt(
                    size,
                    "the journal has a group from position %d on, which does not continue the database"
                            .formatted(group.position()),
                    null);
        }
    }

    private void requireSigned(JournalRecord group, TreeGrowth growth) {
        Checkpoint signed = VerifiedTree.verified(group.checkpoint(), keys);
        if (!signed.root().equals(growth.edge().root())) {
            throw new LedgerException.Corrupt(
                    group.position(), "the group of entries in the journal is not the one that was signed", null);
        }
    }

    private static EntryRow row(StoredEntry stored) {
        try {
            Entry entry = EntryFormat.read(stored);
            return new EntryRow(stored, entry.stream(), entry.sequence(), entry.commandId(), entry.recordedAt());
        } catch (EncodingException e) {
            throw new LedgerException.Corrupt(stored.position(), "an entry of the journal cannot be read", e);
        }
    }
}
