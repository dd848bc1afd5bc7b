package org.incidentledger.core.subject;

import java.util.List;
import java.util.UUID;

/**
 * What is sealed about a subject.
 *
 * @param values those that are still there, in the order of the ledger
 * @param holds the legal holds on incidents in which they are
 */
public record Holdings(List<UUID> values, List<Hold> holds) {
    /** Nothing, as in a command that was not completed yet. */
    public static final Holdings UNKNOWN = new Holdings(List.of(), List.of());

    public Holdings {
        values = List.copyOf(values);
        holds = List.copyOf(holds);
    }

    /**
     * A legal hold that keeps some of them.
     *
     * @param incident the id of the incident
     * @param reason why it was placed
     */
    public record Hold(String incident, String reason) {}
}
