package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.Notary;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Turns requests into a group with its part of the tree and its checkpoint, ready to be stored. */
final class GroupMaker {
    private final Clock clock;
    private final TreeGrower tree;
    private final Notary notary;
    private final Dialect dialect;
    private final String origin;
    private final Known known = new Known();
    private volatile boolean rememberLate;
    private volatile boolean promoteLate;
    private volatile VerifierKey key;

    GroupMaker(Clock clock, TreeGrower tree, Notary notary, Dialect dialect) {
        this.clock = clock;
        this.tree = tree;
        this.notary = notary;
        this.dialect = dialect;
        this.origin = tree.key().name();
        this.key = tree.key();
    }

    /** The checkpoint of the last durable group. */
    SignedCheckpoint checkpoint() {
        return tree.checkpoint();
    }

    /**
     * Locks the head, which orders this group after every other, also those of other processes; the lock ends with the transaction.
     *
     * @param known how many entries the ledger is known to have
     */
    GroupStart start(Connection connection, Answers answers, long known) throws SQLException {
        List<Append> appends = answers.appends();
        return dialect.isRemote() && !appends.isEmpty()
                ? GroupLookups.start(connection, appends, known)
                : new GroupStart(HeadTable.lock(connection), null);
    }

    /**
     * What a group begins with if nobody else has appended anything and every sender is right, without asking the database. Absent
     * where that would save nothing, or must be looked up.
     *
     * @param known where the ledger is known to end
     */
    @Nullable
    GroupStart assume(Answers answers, LedgerHead known) {
        boolean isUpToDate = known.size() == tree.checkpoint().size();
        return dialect.isRemote() && isUpToDate && answers.onlyAdd()
                ? new GroupStart(known, GroupLookups.Found.asExpected(answers.appends()))
                : null;
    }

    /** Asks the group about every request; what it admitted is grown into the tree and signed, and not yet stored. */
    MadeGroup make(Connection connection, GroupStart start, Answers answers) throws SQLException {
        LedgerHead head = start.head();
        // Nothing more is signed while what was signed last, or the key that is to sign, is not kept outside of the
        // database.
        if (promoteLate) {
            notary.promoteNext(origin);
            promoteLate = false;
        }
        if (rememberLate) {
            notary.remember(origin, tree.checkpoint());
            rememberLate = false;
        }
        if (tree.catchUp(connection, head)) {
            known.forgetAll();
        }
        Group.Transaction transaction = new Group.Transaction(connection, dialect.sealedTables());
        Group group = new Group(transaction, head, now(), dialect.sharesDurableCommits() ? null : known);
        if (start.found() != null) {
            group.know(answers.appends(), start.found());
        }
        answers.collect(group);
        if (group.isEmpty()) {
            return new MadeGroup(group, null);
        }
        return new MadeGroup(group, tree.grownBy(group.entries(), group.nextSigner()));
    }

    /** Writes what was admitted into the transaction that holds the lock of the head. */
    void store(MadeGroup group) throws SQLException {
        if (group.growth() != null) {
            group.group().store(group.growth(), dialect);
        }
    }

    /**
     * Stores a group that was made on an assumption, and commits it.
     *
     * @return whether what was assumed held; if not, nothing happened
     */
    boolean commitAtOnce(Connection connection, Answers answers, MadeGroup group) throws SQLException {
        return group.growth() != null
                && OneTripAppend.commit(
                        connection, answers.appends(), group.group().rows(group.growth()), known);
    }

    /** The group is durable. */
    void accept(MadeGroup group) {
        TreeGrower.Growth growth = group.growth();
        if (growth != null) {
            group.group().teach(known);
            tree.accept(growth);
            key = tree.key();
            if (growth.nextSigner() != null) {
                promote();
            }
            remember();
        }
    }

    /** The key that verifies what is signed now; safe to ask from any thread. */
    VerifierKey key() {
        return key;
    }

    private void promote() {
        try {
            notary.promoteNext(origin);
        } catch (RuntimeException e) {
            promoteLate = true;
        }
    }

    private void remember() {
        try {
            notary.remember(origin, tree.checkpoint());
        } catch (RuntimeException e) {
            rememberLate = true;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
