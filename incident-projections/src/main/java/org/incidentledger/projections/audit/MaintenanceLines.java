package org.incidentledger.projections.audit;

import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.vocabulary.Words;

/** How maintenance reads in the audit trail. */
final class MaintenanceLines {
    private MaintenanceLines() {}

    static Told tell(MaintenanceEvent event) {
        return switch (event) {
            case MaintenanceEvent.MaintenanceScheduled e ->
                Told.that("scheduled maintenance %s: %s, %s"
                                .formatted(e.maintenance(), Told.quote(e.title()), Fields.window(e.window())))
                        .set("title", e.title())
                        .set("components", e.components())
                        .set("window", Fields.window(e.window()))
                        .set("external", Fields.external(e.external()));
            case MaintenanceEvent.MaintenanceRescheduled e ->
                Told.that("moved the maintenance to %s: %s".formatted(Fields.window(e.to()), Told.line(e.reason())))
                        .change("window", Fields.window(e.from()), Fields.window(e.to()))
                        .set("why", e.reason());
            case MaintenanceEvent.MaintenanceStarted e -> Told.that("started the maintenance");
            case MaintenanceEvent.MaintenanceVerifying e -> Told.that("began to check the maintenance");
            case MaintenanceEvent.MaintenanceCompleted e ->
                Told.that("completed the maintenance: %s".formatted(Told.line(e.outcome())))
                        .set("outcome", e.outcome());
            case MaintenanceEvent.MaintenanceCancelled e ->
                Told.that("cancelled the maintenance: %s".formatted(Told.line(e.reason())))
                        .set("why", e.reason());
            case MaintenanceEvent.MaintenanceUpdatePosted e -> posted(e);
            case MaintenanceEvent.MaintenanceUpdateCorrected e ->
                Told.that("corrected update %s: %s".formatted(e.update(), Told.line(e.reason())))
                        .change("text of update " + e.update(), e.from(), e.to())
                        .set("why", e.reason());
            case MaintenanceEvent.MaintenanceUpdateRetracted e ->
                Told.that("retracted update %s: %s".formatted(e.update(), Told.line(e.reason())))
                        .change("update " + e.update(), "standing", "retracted")
                        .set("why", e.reason());
            case MaintenanceEvent.MaintenanceTitleCorrected e ->
                Told.that("corrected the title to %s: %s".formatted(Told.quote(e.to()), Told.line(e.reason())))
                        .change("title", e.from(), e.to())
                        .set("why", e.reason());
        };
    }

    private static Told posted(MaintenanceEvent.MaintenanceUpdatePosted e) {
        return Told.that("posted update %s (%s): %s".formatted(e.update(), Words.of(e.status()), Told.quote(e.text())))
                .set("update", e.update())
                .set("status", e.status())
                .set("text", e.text())
                .set("displayed at", e.displayAt())
                .set("external", Fields.external(e.external()));
    }
}
