package org.incidentledger.core.decision;

import java.util.List;

/**
 * The answer of a decider: a pure function of the state, the command and its header.
 *
 * @param <E> the sealed family of events that an accepted command emits
 */
public sealed interface Decision<E> {
    /** The command is granted; the events are in order and never empty. */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("an accepted command emits at least one event");
            }
        }
    }

    /** A rule stands against the command; nothing happened. */
    record Refused<E>(Refusal refusal) implements Decision<E> {}
}
