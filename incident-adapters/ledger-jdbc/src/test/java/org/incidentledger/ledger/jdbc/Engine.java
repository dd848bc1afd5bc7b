package org.incidentledger.ledger.jdbc;

import org.incidentledger.contracts.faults.Step;

/** The kinds of database that a ledger is kept in without a journal. */
enum Engine {
    H2,
    POSTGRESQL;

    LedgerDatabase database() {
        return switch (this) {
            case H2 -> new TestDatabase();
            case POSTGRESQL -> new PostgresTestDatabase();
        };
    }

    /** The step that makes a group durable. */
    Step durableStep() {
        return switch (this) {
            case H2 -> Step.execute("CHECKPOINT SYNC");
            case POSTGRESQL -> Step.commit();
        };
    }

    /** Commits of a group that were carried out when its durable step begins. */
    int commitsBeforeDurable() {
        return this == H2 ? 1 : 0;
    }
}
