package org.incidentledger.projections.audit;

import org.incidentledger.core.incident.ComponentImpact;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.vocabulary.Words;

/** How the life of an incident reads in the audit trail. */
final class LifecycleLines {
    private LifecycleLines() {}

    static Told tell(LifecycleEvent event) {
        return switch (event) {
            case LifecycleEvent.IncidentReported e -> reported(e);
            case LifecycleEvent.IncidentAcknowledged e -> Told.that("acknowledged the incident");
            case LifecycleEvent.IncidentResolved e ->
                Told.that("resolved the incident: %s".formatted(Told.line(e.summary())))
                        .set("summary", e.summary())
                        .set(
                                "access that stays closed",
                                e.accessStaysClosed().stream()
                                        .map(Fields::accessPoint)
                                        .toList());
            case LifecycleEvent.IncidentReopened e ->
                Told.that("reopened the incident: %s".formatted(Told.line(e.reason())))
                        .set("why", e.reason());
            case LifecycleEvent.ReportRejected e ->
                Told.that("rejected the report: %s".formatted(Told.line(e.reason())))
                        .set("why", e.reason());
            case LifecycleEvent.IncidentMerged e ->
                Told.that("merged the incident into %s: %s".formatted(e.into(), Told.line(e.reason())))
                        .set("merged into", e.into())
                        .set("why", e.reason());
        };
    }

    private static Told reported(LifecycleEvent.IncidentReported e) {
        return Told.that("reported %s %s: %s (%s, %s)"
                        .formatted(
                                e.exercise() ? "drill" : "incident",
                                e.incident(),
                                Told.quote(e.title()),
                                Words.of(e.kind()),
                                Words.of(e.severity())))
                .set("title", e.title())
                .set("kind", e.kind())
                .set("severity", e.severity())
                .set("source", e.source())
                .set("supplier", e.supplier())
                .set("description", e.description())
                .set("started at", e.startedAt())
                .set(
                        "components",
                        e.components().stream().map(LifecycleLines::impact).toList())
                .set("drill", e.exercise())
                .set("external", Fields.external(e.external()))
                .set("reporter", Fields.sealed(e.reporter()));
    }

    private static String impact(ComponentImpact impact) {
        return impact.component() + " " + Words.of(impact.status());
    }
}
