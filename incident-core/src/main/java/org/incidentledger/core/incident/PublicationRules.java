package org.incidentledger.core.incident;

import static org.incidentledger.core.decision.Objections.when;

import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Objections;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.decision.Texts;
import org.incidentledger.core.decision.Times;
import org.incidentledger.core.publication.PublicUpdates;

/** What the public may be told, and how that is put right later: by adding, never by editing. */
record PublicationRules(Limits limits) {
    Decision<IncidentEvent> decide(Incident state, PublicationCommand command, CommandHeader header) {
        PublicUpdates updates = state.publication().updates();
        return switch (command) {
            case PublicationCommand.PostUpdate c -> post(state, c, header);
            case PublicationCommand.CorrectUpdate c ->
                Objections.of(updates.objectToCorrection(c.update(), c.text(), c.reason(), limits))
                        .otherwise(() -> new PublicationEvent.PublicUpdateCorrected(
                                c.update(), updates.textOf(c.update()), c.text(), c.reason()));
            case PublicationCommand.RetractUpdate c ->
                Objections.of(updates.objectToRetraction(c.update(), c.reason(), limits))
                        .otherwise(() -> new PublicationEvent.PublicUpdateRetracted(c.update(), c.reason()));
            case PublicationCommand.CorrectTitle c ->
                Objections.of(
                                Texts.required("title", c.title(), limits.title()),
                                Texts.required("reason of the correction", c.reason(), limits.line()),
                                when(
                                        state.publication().title().equals(c.title()),
                                        Rule.SAME_TEXT,
                                        () -> "incident %s already has this title; send the title as it should be"
                                                .formatted(c.incident())))
                        .otherwise(() -> new PublicationEvent.TitleCorrected(
                                state.publication().title(), c.title(), c.reason()));
        };
    }

    private Decision<IncidentEvent> post(Incident state, PublicationCommand.PostUpdate c, CommandHeader header) {
        return Objections.of(
                        state.lifecycle().objectIfExercise(),
                        state.lifecycle().objectIfRejected(),
                        state.lifecycle().objectIfMerged(),
                        state.publication().updates().objectToPosting(c.update(), c.text(), limits),
                        Times.notInFuture("the instant to display", c.displayAt(), header),
                        ComponentRules.objectToCount(c.components().size(), limits))
                .otherwise(() -> new PublicationEvent.PublicUpdatePosted(
                        c.update(), c.status(), c.text(), c.components(), c.displayAt(), c.external()));
    }
}
