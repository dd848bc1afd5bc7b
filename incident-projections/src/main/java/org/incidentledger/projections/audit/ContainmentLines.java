package org.incidentledger.projections.audit;

import org.incidentledger.core.incident.ContainmentEvent;

/** How containment reads in the audit trail. */
final class ContainmentLines {
    private ContainmentLines() {}

    static Told tell(ContainmentEvent event) {
        return switch (event) {
            case ContainmentEvent.AccessClosed e ->
                Told.that("closed access to %s: %s (%s)"
                                .formatted(
                                        Fields.accessPoint(e.accessPoint()),
                                        Told.line(e.outcome()),
                                        e.verified() ? "verified" : "not verified"))
                        .change("access to " + Fields.accessPoint(e.accessPoint()), "open", "closed")
                        .set("outcome", e.outcome())
                        .set("verified", e.verified());
            case ContainmentEvent.AccessRestored e ->
                Told.that("restored access to %s: %s"
                                .formatted(Fields.accessPoint(e.accessPoint()), Told.line(e.outcome())))
                        .change("access to " + Fields.accessPoint(e.accessPoint()), "closed", "open")
                        .set("outcome", e.outcome());
            case ContainmentEvent.IncidentContained e ->
                Told.that("contained the incident: %s".formatted(Told.line(e.summary())))
                        .set("summary", e.summary());
            case ContainmentEvent.ContainmentLost e ->
                Told.that("lost containment: %s".formatted(Told.line(e.reason())))
                        .set("why", e.reason());
        };
    }
}
