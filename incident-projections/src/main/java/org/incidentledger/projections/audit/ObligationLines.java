package org.incidentledger.projections.audit;

import org.incidentledger.core.incident.ObligationEvent;
import org.incidentledger.core.vocabulary.Words;

/** How duties to authorities read in the audit trail. */
final class ObligationLines {
    private ObligationLines() {}

    static Told tell(ObligationEvent event) {
        return switch (event) {
            case ObligationEvent.AnchorRecorded e ->
                Told.that("recorded %s as of %s".formatted(Words.of(e.anchor()), e.to()))
                        .change("anchor " + Words.of(e.anchor()), e.from(), e.to())
                        .set("note", e.note());
            case ObligationEvent.AuthorityNotified e ->
                Told.that("notified %s for stage %s".formatted(Told.line(e.authority()), e.stage()))
                        .set("stage", e.stage())
                        .set("authority", e.authority())
                        .set("reference", e.reference())
                        .set("filed", e.filed());
            case ObligationEvent.ObligationWaived e ->
                Told.that("waived stage %s: %s".formatted(e.stage(), Told.line(e.reason())))
                        .set("stage", e.stage())
                        .set("why", e.reason());
        };
    }
}
