package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.ledger.jdbc.Durability.Recording;
import org.incidentledger.ledger.journal.Attachment;
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
    private final KeptConnection connection;
    private final Durability durability;
    private final GroupMaker maker;
    private final DurableHead durable;
    private final GroupFailures failures;
    private final AnswerThread answering = new AnswerThread();

    GroupWriter(KeptConnection connection, Durability durability, GroupMaker maker, DurableHead durable) {
        this.connection = connection;
        this.durability = durability;
        this.maker = maker;
        this.durable = durable;
        this.failures = new GroupFailures(connection, durability, maker, durable);
    }

    /** Answers every request, when the group is durable or it is known why not. */
    void write(List<Request> requests) {
        Answers answers = new Answers(requests);
        LedgerException stopped = failures.stopped();
        if (stopped != null) {
            answers.fail(stopped);
        } else if (!writeAtOnce(answers)) {
            writeInSteps(new Answers(requests));
        }
    }

    /** Whatever was thrown out of {@link #write}, every request gets an answer. */
    void giveUp(List<Request> requests, Throwable cause) {
        failures.unexpected(requests, cause);
    }

    void close() {
        connection.giveBack();
        durability.close();
        answering.close();
    }

    /** Whether everybody was answered, one way or the other; if not, nothing happened. */
    private boolean writeAtOnce(Answers answers) {
        LedgerHead known = durable.get();
        GroupStart assumed = durable.inDoubt() ? null : maker.assume(answers, known);
        if (assumed == null) {
            return false;
        }
        MadeGroup group = prepare(answers, known.size(), open -> assumed);
        if (group == null) {
            return true;
        }
        try {
            // A crash here or in the database: it has the whole group or nothing of it, and no caller was told
            // anything.
            if (!maker.commitAtOnce(connection.get(), answers, group)) {
                return false;
            }
        } catch (SQLException e) {
            if (!failures.isCommittedAfterAll(group, answers, e)) {
                return true;
            }
        }
        answer(group, answers);
        return true;
    }

    private void writeInSteps(Answers answers) {
        long known = durable.get().size();
        MadeGroup group = prepare(answers, known, open -> maker.start(open, answers, known));
        if (group != null && store(group, answers) && commit(group, answers) && force(group, answers)) {
            answer(group, answers);
        }
    }

    /** The group is durable. */
    private void answer(MadeGroup group, Answers answers) {
        // A crash here leaves callers without an answer that they can find by their command ids.
        durable.publish(group.after());
        maker.accept(group);
        answering.give(answers, group.after());
        answers.purging().forEach(this::purge);
    }

    private void purge(Request.Purging request) {
        try {
            RemainingSteps.purge(connection.get(), durability);
            request.answer().complete(durable.get());
        } catch (SQLException | IOException e) {
            failures.unpurged(request, e);
        }
    }

    /** How a group finds out where the ledger ends. */
    @FunctionalInterface
    private interface Start {
        GroupStart on(Connection open) throws SQLException;
    }

    /**
     * Everything before the first write. A crash, or an error, at any step leaves the ledger as it was: nobody was answered.
     *
     * @param known how many entries the ledger was known to have before it was asked where it ends; by now a reader may have learned
     *     of more
     */
    private @Nullable MadeGroup prepare(Answers answers, long known, Start how) {
        try {
            Connection open = connection.get();
            GroupStart start = how.on(open);
            requireContinuation(start.head(), known);
            forgetUncommitted(start.head());
            MadeGroup group = maker.make(open, start, answers);
            if (group.group().removesSealed()) {
                durability.removing();
            }
            return group;
        } catch (SQLException | IOException | LedgerException.Corrupt | LedgerException.Unavailable e) {
            failures.unprepared(answers, e);
            return null;
        }
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
        try {
            recording.await();
        } catch (IOException e) {
            failures.unrecorded(answers, e);
            return false;
        }
        if (unstored != null) {
            failures.unstored(answers, unstored);
        }
        return unstored == null;
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

    /** Whether the group is committed. */
    private boolean commit(MadeGroup group, Answers answers) {
        try {
            // A crash before this line: a group without a record never was, one with a record is repeated on opening.
            // After it: the group is there when it is opened again, unless the power goes before it is forced.
            connection.get().commit();
            return true;
        } catch (SQLException e) {
            return failures.isCommittedAfterAll(group, answers, e);
        }
    }

    /** Whether the group is on disk. */
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
            failures.unforced(answers, e);
            return false;
        }
    }

    private static void requireContinuation(LedgerHead head, long known) {
        if (head.size() < known) {
            throw new LedgerException.Corrupt(
                    head.size(),
                    "the ledger has %d entries and had %d; restore what was lost, do not append"
                            .formatted(head.size(), known),
                    null);
        }
    }
}
