package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.Notary;
import org.incidentledger.core.ledger.SignedCheckpoint;

/** Turns requests into a group that is stored, with its part of the tree and its checkpoint, but not yet committed. */
final class GroupMaker {
    private final Clock clock;
    private final TreeGrower tree;
    private final Notary notary;
    private final String origin;
    private boolean rememberLate;

    GroupMaker(Clock clock, TreeGrower tree, Notary notary, String origin) {
        this.clock = clock;
        this.tree = tree;
        this.notary = notary;
        this.origin = origin;
    }

    /** The checkpoint of the last durable group. */
    SignedCheckpoint checkpoint() {
        return tree.checkpoint();
    }

    /** Asks the group about every request, and writes what it admitted. */
    MadeGroup make(Connection connection, LedgerHead head, Answers answers) throws SQLException {
        if (rememberLate) {
            // Nothing more is signed while what was signed last is not kept outside of the database.
            notary.remember(origin, tree.checkpoint());
            rememberLate = false;
        }
        tree.catchUp(connection, head);
        Group group = new Group(connection, head, now());
        answers.collect(group);
        if (group.isEmpty()) {
            return new MadeGroup(group, null);
        }
        TreeGrower.Growth growth = tree.grownBy(group.entries());
        // Positions and sequences are unique in the table as well: what slips past the checks above cannot be stored.
        group.store(growth);
        return new MadeGroup(group, growth);
    }

    /** The group is durable. */
    void accept(MadeGroup group) {
        TreeGrower.Growth growth = group.growth();
        if (growth != null) {
            tree.accept(growth);
            remember();
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
