package org.incidentledger.core.subject;

/**
 * What the rules need to know of one subject, folded from its events.
 *
 * @param events how many events the subject has, which is also the sequence of the next
 * @param lastRequest the request of the last erasure; empty when there was none
 */
public record Subject(long events, String lastRequest) {
    /** The state before the first event. */
    public static final Subject UNKNOWN = new Subject(0, "");

    /** The state after one more event. */
    public Subject evolve(SubjectEvent event) {
        return switch (event) {
            case SubjectEvent.SubjectDescribed e -> new Subject(events + 1, lastRequest);
            case SubjectEvent.ValuesOpened e -> new Subject(events + 1, lastRequest);
            case SubjectEvent.SubjectErased e -> new Subject(events + 1, e.request());
        };
    }
}
