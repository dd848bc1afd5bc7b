package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.ledger.journal.Journal;
import org.incidentledger.ledger.journal.JournalException.Uncertain;
import org.incidentledger.ledger.journal.JournalRecord;
import org.incidentledger.ledger.journal.RecordSink;

/** What makes a committed group survive a power cut. For use by one thread. */
interface Durability {
    /**
     * Begins to record a group outside of the database, where such a record is kept. Its commit waits for the end of that; its rows
     * need not.
     */
    Recording record(JournalRecord group);

    /** A record that is being made. */
    @FunctionalInterface
    interface Recording {
        /**
         * Returns when the record is durable.
         *
         * @throws Uncertain when the group may come into being after a crash; any other {@link IOException} means that it will not
         */
        void await() throws IOException;
    }

    /**
     * The group was not committed after all, and will not be.
     *
     * @throws Uncertain when it may come into being after a crash all the same
     */
    void forget(SignedCheckpoint before) throws IOException;

    /** Returns when the group is durable. A failure leaves in doubt whether it is. */
    void afterCommit(Connection connection) throws SQLException;

    /** Hands over the durable groups that hold entries from a position on; the database may have lost them. */
    void missing(long fromPosition, RecordSink sink) throws IOException;

    /** The last checkpoint that was made durable outside of the database, if there is any. */
    Optional<SignedCheckpoint> last();

    /** The ledger ends with this checkpoint, which was found to continue {@link #last()}. */
    void continueFrom(SignedCheckpoint checkpoint);

    /** The group that is about to be committed removes sealed values. Remembered until {@link #purge} and a compaction did the rest. */
    void removing() throws IOException;

    /** Whether sealed values were removed and something of them may be left in files. */
    boolean hasTraces();

    /** Rewrites what records of groups hold beside entries. */
    void purge(Journal.Rewriter rewriter) throws IOException;

    /** The position from which on {@link #missing} still knows every group; empty when it knows none. */
    Optional<Long> first();

    /** Ends what was begun for the records. */
    void close();
}
