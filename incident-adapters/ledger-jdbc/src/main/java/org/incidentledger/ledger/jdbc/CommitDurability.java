package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.ledger.journal.Journal;
import org.incidentledger.ledger.journal.JournalRecord;
import org.incidentledger.ledger.journal.RecordSink;

/** The database alone: a group is durable when its commit has returned, and on H2 when the disk was forced after that. */
final class CommitDurability implements Durability {
    private final Dialect dialect;

    CommitDurability(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Recording record(JournalRecord group) {
        // Nothing lies outside of the transaction.
        return () -> {};
    }

    @Override
    public void forget(SignedCheckpoint before) {
        // The rollback left nothing.
    }

    @Override
    public void afterCommit(Connection connection) throws SQLException {
        dialect.force(connection);
    }

    @Override
    public void missing(long fromPosition, RecordSink sink) {
        // What the database has lost is lost.
    }

    @Override
    public Optional<SignedCheckpoint> last() {
        return Optional.empty();
    }

    @Override
    public void continueFrom(SignedCheckpoint checkpoint) {
        // Nothing lies outside of the database that could have ended elsewhere.
    }

    @Override
    public void removing() {
        // What the database leaves is its own to remove.
    }

    @Override
    public boolean hasTraces() {
        return false;
    }

    @Override
    public void purge(Journal.Rewriter rewriter) {
        // There are no records.
    }

    @Override
    public Optional<Long> first() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // Nothing was begun.
    }
}
