package org.incidentledger.core.incident;

/**
 * What the rules need to know of one incident, folded from its events. Immutable; each part keeps to one concern and takes
 * from every event what concerns it.
 *
 * @param events how many events the incident has, which is also the sequence of the next
 */
public record Incident(
        long events,
        Lifecycle lifecycle,
        Assessment assessment,
        Containment containment,
        Publication publication,
        Notifications notifications,
        Obligations obligations,
        PostMortem postMortem,
        ActionItems actionItems,
        SealedSubjects sealedSubjects,
        LegalHold legalHold) {

    /** The state before the first event. */
    public static final Incident UNREPORTED = new Incident(
            0,
            Lifecycle.UNREPORTED,
            Assessment.NONE,
            Containment.NONE,
            Publication.NONE,
            Notifications.NONE,
            Obligations.NONE,
            PostMortem.NONE,
            ActionItems.NONE,
            SealedSubjects.NONE,
            LegalHold.NONE);

    /**
     * The state after one more event.
     *
     * @throws org.incidentledger.core.decision.ImpossibleEventException when no decider could have emitted it here
     */
    public Incident evolve(IncidentEvent event) {
        return new Incident(
                events + 1,
                lifecycle.after(event),
                assessment.after(event),
                containment.after(event),
                publication.after(event),
                notifications.after(event),
                obligations.after(event),
                postMortem.after(event),
                actionItems.after(event),
                sealedSubjects.after(event),
                legalHold.after(event));
    }

    /** Where the incident stands internally. */
    public Phase phase() {
        return lifecycle.phase();
    }
}
