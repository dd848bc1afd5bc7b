package org.incidentledger.projections.audit;

import org.incidentledger.core.incident.ComponentChange;
import org.incidentledger.core.incident.PublicationEvent;
import org.incidentledger.core.vocabulary.Words;

/** How words for the public read in the audit trail. */
final class PublicationLines {
    private PublicationLines() {}

    static Told tell(PublicationEvent event) {
        return switch (event) {
            case PublicationEvent.PublicUpdatePosted e -> posted(e);
            case PublicationEvent.PublicUpdateCorrected e ->
                Told.that("corrected update %s: %s".formatted(e.update(), Told.line(e.reason())))
                        .change("text of update " + e.update(), e.from(), e.to())
                        .set("why", e.reason());
            case PublicationEvent.PublicUpdateRetracted e ->
                Told.that("retracted update %s: %s".formatted(e.update(), Told.line(e.reason())))
                        .change("update " + e.update(), "standing", "retracted")
                        .set("why", e.reason());
            case PublicationEvent.TitleCorrected e ->
                Told.that("corrected the title to %s: %s".formatted(Told.quote(e.to()), Told.line(e.reason())))
                        .change("title", e.from(), e.to())
                        .set("why", e.reason());
        };
    }

    private static Told posted(PublicationEvent.PublicUpdatePosted e) {
        Told told = Told.that(
                        "posted update %s (%s): %s".formatted(e.update(), Words.of(e.status()), Told.quote(e.text())))
                .set("update", e.update())
                .set("status", e.status())
                .set("text", e.text())
                .set("displayed at", e.displayAt())
                .set("external", Fields.external(e.external()));
        for (ComponentChange change : e.components()) {
            told.change("component " + change.component(), change.from(), change.to());
        }
        return told;
    }
}
