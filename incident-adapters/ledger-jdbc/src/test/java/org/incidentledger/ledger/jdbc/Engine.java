package org.incidentledger.ledger.jdbc;

import java.util.List;
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

    /** The steps in which a group looks for earlier commands and for the lengths of streams. */
    List<Step> lookUps() {
        return switch (this) {
            case H2 -> List.of(Step.execute("SELECT position, stream"), Step.execute("SELECT sequence"));
            case POSTGRESQL -> List.of(Step.execute("SELECT DISTINCT command_id"), Step.execute("SELECT asked.stream"));
        };
    }

    /** Commits of a group that were carried out when its durable step begins. */
    int commitsBeforeDurable() {
        return this == H2 ? 1 : 0;
    }
}
