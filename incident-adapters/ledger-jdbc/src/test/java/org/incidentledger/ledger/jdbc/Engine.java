package org.incidentledger.ledger.jdbc;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.contracts.faults.Step;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.ledger.StreamId;

/** The ways in which a group is made durable without a journal. */
enum Engine {
    H2,

    /** All in one round trip, on the assumption that nobody else appends. */
    POSTGRESQL,

    /** What was assumed does not hold, or something is erased as well. */
    POSTGRESQL_IN_STEPS;

    /** An append that goes this way. */
    Append append(StreamId stream, long expectedSequence, int events) {
        Append plain = SampleAppends.append(UUID.randomUUID(), stream, expectedSequence, events);
        return this == POSTGRESQL_IN_STEPS
                ? new Append(
                        stream,
                        expectedSequence,
                        plain.header(),
                        plain.drafts(),
                        new SealedChange.Remove(new ActorRef("client/nobody"), List.of()))
                : plain;
    }

    LedgerDatabase database() {
        return this == H2 ? new TestDatabase() : new PostgresTestDatabase();
    }

    /** The step that makes a group durable. */
    Step durableStep() {
        return switch (this) {
            case H2 -> Step.execute("CHECKPOINT SYNC");
            case POSTGRESQL -> commitStep();
            case POSTGRESQL_IN_STEPS -> Step.commit();
        };
    }

    /** The step that commits. */
    Step commitStep() {
        return this == POSTGRESQL ? Step.execute("WITH head") : Step.commit();
    }

    /** The steps of a group before its commit, in their order, when its streams were appended to before. */
    List<Step> beforeCommit() {
        return Stream.of(
                        switch (this) {
                            case H2 ->
                                new String[] {
                                    "SELECT origin, size",
                                    "SELECT position, stream",
                                    "INSERT INTO ledger_entry",
                                    "INSERT INTO ledger_checkpoint",
                                    "UPDATE ledger_head"
                                };
                            case POSTGRESQL -> new String[] {};
                            case POSTGRESQL_IN_STEPS ->
                                new String[] {"SELECT origin, size", "INSERT INTO ledger_entry"};
                        })
                .map(Step::execute)
                .toList();
    }

    /** The first step of a group. */
    Step firstStep() {
        return this == POSTGRESQL ? commitStep() : beforeCommit().getFirst();
    }

    /** Commits of a group that were carried out when its durable step begins. */
    int commitsBeforeDurable() {
        return this == H2 ? 1 : 0;
    }
}
