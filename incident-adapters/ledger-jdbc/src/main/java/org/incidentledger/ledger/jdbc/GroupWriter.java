package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.ledger.jdbc.Durability.Recording;
import org.incidentledger.ledger.journal.Attachment;
import org.incidentledger.ledger.journal.JournalException.Uncertain;
import org.incidentledger.ledger.journal.JournalRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes groups of appends durable, each in one transaction with its part of the tree and its signed checkpoint. For use by the
 * sequencer's thread.
 *
 * <p>It keeps one connection for itself: callers that wait for it while they hold every other connection of a pool must not bring it
 * to a halt.
 */
final class GroupWriter {
    private static final int SETTLE_ATTEMPTS = 5;

    private final KeptConnection connection;
    private final Durability durability;
    private final GroupMaker maker;
    private final DurableHead durable;
    private @Nullable LedgerException stopped;
    private long diskNanos;

    GroupWriter(KeptConnection connection, Durability durability, GroupMaker maker, DurableHead durable) {
        this.connection = connection;
        this.durability = durability;
        this.maker = maker;
        this.durable = durable;
    }

    /** Answers every request, when the group is durable or it is known why not. */
    void write(List<Request> requests) {
        Answers answers = new Answers(requests);
        if (stopped != null) {
            answers.fail(stopped);
            return;
        }
        MadeGroup group = prepare(answers);
        if (group != null && store(group, answers) && commitDurably(group, answers)) {
            // A crash here leaves callers without an answer that they can find by their command ids.
            durable.publish(group.after());
            maker.accept(group);
            answers.give(group.after());
            answers.purging().forEach(this::purge);
        }
    }

    private void purge(Request.Purging request) {
        try {
            RemainingSteps.purge(connection.get(), durability);
            request.answer().complete(durable.get());
        } catch (SQLException | IOException e) {
            connection.giveBack();
            request.fail(stop(stopping(e)));
        }
    }

    /** How long the last group waited for the disk. */
    long diskNanos() {
        return diskNanos;
    }

    /** Whatever was thrown out of {@link #write}, nobody is left waiting and nobody is told a lie. */
    void giveUp(List<Request> requests, Throwable cause) {
        durable.doubt();
        connection.giveBack();
        SQLException unexpected = new SQLException(cause);
        requests.forEach(request -> request.fail(
                request instanceof Request.Appending appending
                        ? new LedgerException.OutcomeUnknown(
                                appending.append().header().commandId(), cause)
                        : StorageFailure.unavailable("settle the ledger", unexpected)));
    }

    void close() {
        connection.giveBack();
        durability.close();
    }

    private boolean commitDurably(MadeGroup group, Answers answers) {
        long start = System.nanoTime();
        boolean done = commit(group, answers) && force(group, answers);
        diskNanos += System.nanoTime() - start;
        return done;
    }

    /** Everything before the first write. A crash, or an error, at any step leaves the ledger as it was: nobody was answered. */
    private @Nullable MadeGroup prepare(Answers answers) {
        try {
            Connection open = connection.get();
            GroupStart start = maker.start(open, answers, durable.get().size());
            requireContinuation(start.head());
            forgetUncommitted(start.head());
            MadeGroup group = maker.make(open, start, answers);
            if (group.group().removesSealed()) {
                durability.removing();
            }
            return group;
        } catch (SQLException e) {
            connection.giveBack();
            answers.fail(StorageFailure.unavailable("append", e));
        } catch (LedgerException.Corrupt e) {
            connection.giveBack();
            answers.fail(stop(e));
        } catch (LedgerException.Unavailable e) {
            connection.giveBack();
            answers.fail(e);
        } catch (IOException e) {
            connection.giveBack();
            answers.fail(stop(stopping(e)));
        }
        return null;
    }

    /** A group that was recorded and whose commit was in doubt until now: the head says that it was not committed. */
    private void forgetUncommitted(LedgerHead head) throws IOException {
        boolean left =
                durability.last().filter(last -> last.size() > head.size()).isPresent();
        if (left) {
            durability.forget(maker.checkpoint());
        }
    }

    /** Whether the group is recorded outside of the database, where such a record is kept, and stored in the open transaction. */
    private boolean store(MadeGroup group, Answers answers) {
        TreeGrower.Growth growth = group.growth();
        if (growth == null) {
            return true;
        }
        // The disk takes the record while the database takes the rows. A crash before the record is durable: the group
        // is there when the ledger is opened again if all of its record was written, and never was if not. After it:
        // the group is there. In every case no caller was told anything.
        Recording recording = durability.record(new JournalRecord(
                group.group().entries(),
                growth.checkpoint(),
                new Attachment(group.group().sealedSteps())));
        SQLException unstored = storeRows(group);
        return isRecorded(recording, answers) && (unstored == null || takeBack(answers, unstored));
    }

    private @Nullable SQLException storeRows(MadeGroup group) {
        try {
            // Positions and sequences are unique in the table as well: what slipped past the checks cannot be stored.
            maker.store(group);
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    private boolean isRecorded(Recording recording, Answers answers) {
        long start = System.nanoTime();
        try {
            recording.await();
            diskNanos = System.nanoTime() - start;
            return true;
        } catch (Uncertain e) {
            connection.giveBack();
            durable.doubt();
            answers.failUnknown(StorageFailure.unavailable("force the append to disk", new SQLException(e)));
            stop(stopping(e));
        } catch (IOException e) {
            connection.giveBack();
            answers.fail(StorageFailure.unavailable("append", new SQLException(e)));
        }
        return false;
    }

    /** The rows were not stored, and the record must not bring them back. */
    private boolean takeBack(Answers answers, SQLException unstored) {
        connection.giveBack();
        if (failUncommitted(answers, unstored) && isContradiction(unstored)) {
            stop(contradiction(unstored));
        }
        return false;
    }

    /** Whether the group is committed. */
    private boolean commit(MadeGroup group, Answers answers) {
        try {
            // A crash before this line: a group without a record never was, one with a record is repeated on opening.
            // After it: the group is there when it is opened again, unless the power goes before it is forced.
            connection.get().commit();
            return true;
        } catch (SQLException e) {
            return isCommittedAfterAll(group, answers, e);
        }
    }

    /** The commit was sent and not answered: looks for the group under the lock of the head, which waits for a late commit. */
    private boolean isCommittedAfterAll(MadeGroup group, Answers answers, SQLException unanswered) {
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

    /** Whether it is certain that nothing of the group will be there. */
    private boolean failUncommitted(Answers answers, SQLException why) {
        try {
            durability.forget(maker.checkpoint());
            answers.fail(isContradiction(why) ? contradiction(why) : StorageFailure.unavailable("append", why));
            return true;
        } catch (IOException e) {
            why.addSuppressed(e);
            durable.doubt();
            answers.failUnknown(StorageFailure.unavailable("take the append back", why));
            stop(stopping(e));
            return false;
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

    /**
     * Whether the group is on disk. When forcing fails nothing more is appended: an operating system that failed to write may have
     * dropped what it had, and answers the next attempt as if all were well.
     */
    private boolean force(MadeGroup group, Answers answers) {
        if (group.after().size() == durable.get().size()) {
            return true;
        }
        try {
            // Without a record of the group, a power cut before this line has returned may lose it; a killed process
            // does not.
            durability.afterCommit(connection.get());
            return true;
        } catch (SQLException e) {
            connection.giveBack();
            durable.doubt();
            answers.failUnknown(StorageFailure.unavailable("force the append to disk", e));
            stop(stopping(e));
            return false;
        }
    }

    private void requireContinuation(LedgerHead head) {
        long trusted = durable.get().size();
        if (head.size() < trusted) {
            throw new LedgerException.Corrupt(
                    head.size(),
                    "the ledger has %d entries and had %d; restore what was lost, do not append"
                            .formatted(head.size(), trusted),
                    null);
        }
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
