package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.jspecify.annotations.Nullable;

/**
 * Makes groups of appends durable, each in one transaction that is forced to disk once. For use by the sequencer's thread.
 *
 * <p>The commit is the only point at which the group comes into being; everything before it is undone by a crash, everything after
 * it only tells others. It keeps one connection for itself: callers that wait for it while they hold every other connection of a
 * pool must not bring it to a halt.
 */
final class GroupWriter {
    private static final int SETTLE_ATTEMPTS = 5;

    private final DataSource dataSource;
    private final Dialect dialect;
    private final Clock clock;
    private final DurableHead durable;
    private @Nullable Connection kept;
    private @Nullable LedgerException stopped;

    GroupWriter(DataSource dataSource, Dialect dialect, Clock clock, DurableHead durable) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.clock = clock;
        this.durable = durable;
    }

    /** Answers every request, when the group is durable or it is known why not. */
    void write(List<Request> requests) {
        Answers answers = new Answers(requests);
        if (stopped != null) {
            answers.fail(stopped);
            return;
        }
        Group group = prepare(answers);
        if (group != null && commit(group, answers) && force(group, answers)) {
            // A crash here leaves callers without an answer that they can find by their command ids.
            durable.publish(group.after());
            answers.give(group.after());
        }
    }

    /** Whatever was thrown out of {@link #write}, nobody is left waiting and nobody is told a lie. */
    void giveUp(List<Request> requests, Throwable cause) {
        durable.doubt();
        disconnect();
        SQLException unexpected = new SQLException(cause);
        requests.forEach(request -> request.fail(
                request instanceof Request.Appending appending
                        ? new LedgerException.OutcomeUnknown(
                                appending.append().header().commandId(), cause)
                        : StorageFailure.unavailable("settle the ledger", unexpected)));
    }

    void close() {
        disconnect();
    }

    /** Everything up to the commit. A crash, or an error, at any step leaves the ledger as it was: nobody was answered. */
    private @Nullable Group prepare(Answers answers) {
        try {
            Connection connection = connect();
            // The lock orders this group after every other, also those of other processes. It ends with the
            // transaction.
            LedgerHead head = HeadTable.lock(connection);
            requireContinuation(head);
            Group group = new Group(connection, head, now());
            answers.collect(group);
            // Positions and sequences are unique in the table as well: what slips past the checks above cannot be
            // stored.
            group.store();
            return group;
        } catch (SQLException e) {
            disconnect();
            answers.fail(isContradiction(e) ? stop(contradiction(e)) : StorageFailure.unavailable("append", e));
        } catch (LedgerException.Corrupt e) {
            disconnect();
            answers.fail(stop(e));
        }
        return null;
    }

    /** Whether the group is committed. */
    private boolean commit(Group group, Answers answers) {
        try {
            // A crash before this line: the group never was. After it: the group is there when the ledger is opened
            // again, unless
            // the power goes before it is forced. In both cases no caller was told anything.
            connect().commit();
            return true;
        } catch (SQLException e) {
            return isCommittedAfterAll(group, answers, e);
        }
    }

    /** The commit was sent and not answered: looks for the group under the lock of the head, which waits for a late commit. */
    private boolean isCommittedAfterAll(Group group, Answers answers, SQLException unanswered) {
        // More than once, because a pool may first lend connections that died with the one that failed.
        for (int attempt = 0; attempt < SETTLE_ATTEMPTS; attempt++) {
            disconnect();
            try {
                boolean committed = group.isEmpty() || isStored(group.witness());
                if (!committed) {
                    answers.fail(StorageFailure.unavailable("append", unanswered));
                }
                return committed;
            } catch (SQLException e) {
                unanswered.addSuppressed(e);
            }
        }
        disconnect();
        durable.doubt();
        answers.failUnknown(StorageFailure.unavailable("find out whether the append was committed", unanswered));
        return false;
    }

    private boolean isStored(UUID commandId) throws SQLException {
        Connection connection = connect();
        LedgerHead head = HeadTable.lock(connection);
        boolean stored = EntryTable.receipt(connection, commandId, head.size()).isPresent();
        // The answer is known: that the lock cannot be given back in good order, on a full disk, does not change it.
        disconnect();
        return stored;
    }

    /**
     * Whether the group is on disk. When forcing fails nothing more is appended: an operating system that failed to write may have
     * dropped what it had, and answers the next attempt as if all were well.
     */
    private boolean force(Group group, Answers answers) {
        if (group.after().size() == durable.get().size()) {
            return true;
        }
        try {
            // A power cut before this line has returned may lose the group; a killed process does not.
            dialect.force(connect());
            return true;
        } catch (SQLException e) {
            disconnect();
            durable.doubt();
            answers.failUnknown(StorageFailure.unavailable("force the append to disk", e));
            stop(StorageFailure.unavailable(
                    "append any more, because the disk failed; close and open the ledger again", e));
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

    private LedgerException stop(LedgerException reason) {
        stopped = reason;
        return reason;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Connection connect() throws SQLException {
        Connection connection = kept;
        if (connection == null) {
            connection = dataSource.getConnection();
            kept = connection;
            connection.setAutoCommit(false);
            dialect.beginAppending(connection);
        }
        return connection;
    }

    /** Gives the connection back, which undoes a transaction that was not committed. */
    private void disconnect() {
        Connection connection = kept;
        kept = null;
        if (connection != null) {
            try (connection) {
                connection.rollback();
            } catch (SQLException alreadyBroken) {
                // A broken connection has ended its transaction; why it broke is reported by whoever found it so.
                return;
            }
        }
    }
}
