package org.incidentledger.projections.audit;

import org.incidentledger.core.incident.RecordEvent;

/** How findings and corrections of the record read in the audit trail. */
final class RecordLines {
    private RecordLines() {}

    static Told tell(RecordEvent event) {
        return switch (event) {
            case RecordEvent.FindingRecorded e -> found(e);
            case RecordEvent.RecordCorrected e ->
                Told.that("corrected the record of event %d: %s".formatted(e.sequence(), Told.line(e.correction())))
                        .set("event", e.sequence())
                        .set("correction", e.correction());
            case RecordEvent.HoldPlaced e ->
                Told.that("placed a legal hold: %s".formatted(Told.line(e.reason())))
                        .set("legal hold", e.reason());
            case RecordEvent.HoldLifted e ->
                Told.that("lifted the legal hold: %s".formatted(Told.line(e.reason())))
                        .change("legal hold", e.placed(), null)
                        .set("reason", e.reason());
            case RecordEvent.SealedValuesErased e ->
                Told.that("erased %s about %s: %s"
                                .formatted(
                                        Told.count(e.values().size(), "sealed value"),
                                        e.subject(),
                                        Told.line(e.ground())))
                        .set("subject", e.subject())
                        .set("values", e.values())
                        .set("request", e.request())
                        .set("ground", e.ground());
        };
    }

    private static Told found(RecordEvent.FindingRecorded e) {
        String evidence = e.evidence().isEmpty()
                ? ""
                : " (%s)".formatted(Told.count(e.evidence().size(), "piece") + " of evidence");
        Told told = Told.that("recorded a finding: %s%s".formatted(Told.line(e.finding()), evidence))
                .set("finding", e.finding())
                .set("sealed note", Fields.sealed(e.sealedNote()));
        e.evidence().forEach(piece -> told.set("evidence", Fields.evidence(piece)));
        return told;
    }
}
