package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.ledger.journal.JournalException.Uncertain;
import org.jspecify.annotations.Nullable;

/**
 * What it means that a step of a group failed: what its callers are told, and whether anything more may be appended. For use by the
 * sequencer's thread.
 */
final class GroupFailures {
    private static final int SETTLE_ATTEMPTS = 5;

    private final KeptConnection connection;
    private final Durability durability;
    private final GroupMaker maker;
    private final DurableHead durable;
    private @Nullable LedgerException stopped;

    GroupFailures(KeptConnection connection, Durability durability, GroupMaker maker, DurableHead durable) {
        this.connection = connection;
        this.durability = durability;
        this.maker = maker;
        this.durable = durable;
    }

    /** Why nothing more is appended until the ledger is opened again; absent as long as all is well. */
    @Nullable
    LedgerException stopped() {
        return stopped;
    }

    /** Nothing was written yet: a certain failure, whatever it is. */
    void unprepared(Answers answers, Exception why) {
        connection.giveBack();
        answers.fail(
                switch (why) {
                    case SQLException e -> StorageFailure.unavailable("append", e);
                    case LedgerException.Unavailable e -> e;
                    case LedgerException e -> stop(e);
                    default -> stop(stopping(why));
                });
    }

    /** The record outside of the database was not made. */
    void unrecorded(Answers answers, IOException why) {
        connection.giveBack();
        if (why instanceof Uncertain) {
            durable.doubt();
            answers.failUnknown(StorageFailure.unavailable("force the append to disk", new SQLException(why)));
            stop(stopping(why));
        } else {
            answers.fail(StorageFailure.unavailable("append", new SQLException(why)));
        }
    }

    /** The rows were not stored, and a record must not bring them back. */
    void unstored(Answers answers, SQLException why) {
        connection.giveBack();
        failUncommitted(answers, why);
    }

    /** The commit was sent and not answered: looks for the group under the lock of the head, which waits for a late commit. */
    boolean isCommittedAfterAll(MadeGroup group, Answers answers, SQLException unanswered) {
        // More than once, because a pool may first lend connections that died with the one that failed.
        for (int attempt = 0; attempt < SETTLE_ATTEMPTS; attempt++) {
            connection.giveBack();
            try {
                boolean committed =
                        group.growth() == null || isStored(group.group().witness());
                if (!committed) {
                    failUncommitted(answers, unanswered);
                }
                return committed;
            } catch (SQLException e) {
                unanswered.addSuppressed(e);
            }
        }
        connection.giveBack();
        durable.doubt();
        answers.failUnknown(StorageFailure.unavailable("find out whether the append was committed", unanswered));
        return false;
    }

    /**
     * The disk did not confirm a commit. Nothing more is appended: an operating system that failed to write may have dropped what it
     * had, and answers the next attempt as if all were well.
     */
    void unforced(Answers answers, SQLException why) {
        connection.giveBack();
        durable.doubt();
        answers.failUnknown(StorageFailure.unavailable("force the append to disk", why));
        stop(stopping(why));
    }

    /** What is left of erased values was not removed. */
    void unpurged(Request request, Exception why) {
        connection.giveBack();
        request.fail(stop(stopping(why)));
    }

    /** Whatever else was thrown: nobody is left waiting and nobody is told a lie. */
    void unexpected(List<Request> requests, Throwable cause) {
        durable.doubt();
        connection.giveBack();
        SQLException unexpected = new SQLException(cause);
        requests.forEach(request -> request.fail(
                request instanceof Request.Appending appending
                        ? new LedgerException.OutcomeUnknown(
                                appending.append().header().commandId(), cause)
                        : StorageFailure.unavailable("settle the ledger", unexpected)));
    }

    private void failUncommitted(Answers answers, SQLException why) {
        try {
            durability.forget(maker.checkpoint());
            answers.fail(isContradiction(why) ? stop(contradiction(why)) : StorageFailure.unavailable("append", why));
        } catch (IOException e) {
            why.addSuppressed(e);
            durable.doubt();
            answers.failUnknown(StorageFailure.unavailable("take the append back", why));
            stop(stopping(e));
        }
    }

    private boolean isStored(UUID commandId) throws SQLException {
        Connection open = connection.get();
        LedgerHead head = HeadTable.lock(open);
        boolean stored = EntryTable.receipt(open, commandId, head.size()).isPresent();
        // The answer is known: that the lock cannot be given back in good order, on a full disk, does not change it.
        connection.giveBack();
        return stored;
    }

    private LedgerException.Corrupt contradiction(SQLException e) {
        return new LedgerException.Corrupt(
                durable.get().size(), "an entry lies where the head of the ledger says that there is none", e);
    }

    private static boolean isContradiction(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.startsWith("23");
    }

    private static LedgerException.Unavailable stopping(Exception e) {
        SQLException cause = e instanceof SQLException sql ? sql : new SQLException(e);
        return StorageFailure.unavailable(
                "append any more, because the disk failed; close and open the ledger again", cause);
    }

    private LedgerException stop(LedgerException reason) {
        stopped = reason;
        return reason;
    }
}
