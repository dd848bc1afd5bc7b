package org.incidentledger.ledger.jdbc;

import java.util.List;
import java.util.stream.Stream;
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

    /** The steps of a group before its commit, in their order. */
    List<Step> beforeCommit() {
        return switch (this) {
            case H2 ->
                Stream.of(
                                "SELECT origin, size",
                                "SELECT position, stream",
                                "SELECT sequence",
                                "INSERT INTO ledger_entry",
                                "INSERT INTO ledger_checkpoint",
                                "UPDATE ledger_head")
                        .map(Step::execute)
                        .toList();
            case POSTGRESQL ->
                Stream.of("SELECT origin, size", "INSERT INTO ledger_entry")
                        .map(Step::execute)
                        .toList();
        };
    }

    /** Commits of a group that were carried out when its durable step begins. */
    int commitsBeforeDurable() {
        return this == H2 ? 1 : 0;
    }
}
