package org.incidentledger.intake.statuspage;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * One command of a plan.
 *
 * @param turn when its turn comes among the steps of everything else; steps of one stream are in order already
 * @param commandId the same for the same step, whoever plans it
 * @param subject what it is about, for people
 */
record Step(Turn turn, SourceCommand command, UUID commandId, Instant occurredAt, String subject) {

    /** First the catalog, then what is new, then what changed of what is known. */
    enum Stage {
        CATALOG,
        NEWS,
        AMENDMENT
    }

    /**
     * The order of a plan. It follows from the documents alone, not from what the ledger already has: a plan made after half of
     * it was carried out is the other half.
     *
     * @param rank of two things at one instant the one that the source lists as older comes first
     */
    record Turn(Stage stage, Instant instant, int rank) implements Comparable<Turn> {
        private static final Comparator<Turn> ORDER =
                Comparator.comparing(Turn::stage).thenComparing(Turn::instant).thenComparingInt(Turn::rank);

        @Override
        public int compareTo(Turn other) {
            return ORDER.compare(this, other);
        }
    }
}
