package org.incidentledger.core.incident;

import static org.incidentledger.core.decision.Objections.when;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Objections;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.decision.Texts;

/** What may be recorded about an incident, put right in its record, and erased from it. */
record RecordRules(Limits limits) {
    private static final int MAX_EVIDENCE = 100;

    Decision<IncidentEvent> decide(Incident state, RecordCommand command) {
        return switch (command) {
            case RecordCommand.RecordFinding c ->
                Objections.of(
                                state.lifecycle().objectIfMerged(),
                                Texts.required("finding", c.finding(), limits.internalText()),
                                when(
                                        c.evidence().size() > MAX_EVIDENCE,
                                        Rule.TOO_MANY,
                                        () -> String.format(
                                                Locale.ROOT,
                                                "%,d pieces of evidence are named, the limit is %d; record several"
                                                        + " findings",
                                                c.evidence().size(),
                                                MAX_EVIDENCE)))
                        .otherwise(() -> new RecordEvent.FindingRecorded(c.finding(), c.evidence(), c.sealedNote()));
            case RecordCommand.CorrectRecord c ->
                Objections.of(
                                when(
                                        c.sequence() < 0 || c.sequence() >= state.events(),
                                        Rule.RECORD_UNKNOWN,
                                        () -> String.format(
                                                Locale.ROOT,
                                                "incident %s has no entry %d; name one from 0 to %d",
                                                c.incident(),
                                                c.sequence(),
                                                state.events() - 1)),
                                Texts.required("correction", c.correction(), limits.line()))
                        .otherwise(() -> new RecordEvent.RecordCorrected(c.sequence(), c.correction()));
            case RecordCommand.EraseSealed c -> erase(state, c);
            case RecordCommand.PlaceHold c -> place(state, c);
            case RecordCommand.LiftHold c -> lift(state, c);
        };
    }

    private Decision<IncidentEvent> place(Incident state, RecordCommand.PlaceHold c) {
        String placed = state.legalHold().reason();
        return Objections.of(
                        when(
                                placed != null,
                                Rule.ALREADY_ON_HOLD,
                                () -> "incident %s is on legal hold already: %s; lift that hold first"
                                        .formatted(c.incident(), placed)),
                        Texts.required("reason", c.reason(), limits.line()))
                .otherwise(() -> new RecordEvent.HoldPlaced(c.reason()));
    }

    private Decision<IncidentEvent> lift(Incident state, RecordCommand.LiftHold c) {
        String placed = state.legalHold().reason();
        return Objections.of(
                        when(
                                placed == null,
                                Rule.NOT_ON_HOLD,
                                () -> "incident %s is on no legal hold; there is nothing to lift"
                                        .formatted(c.incident())),
                        Texts.required("reason", c.reason(), limits.line()))
                .otherwise(() -> new RecordEvent.HoldLifted(String.valueOf(placed), c.reason()));
    }

    private Decision<IncidentEvent> erase(Incident state, RecordCommand.EraseSealed c) {
        List<UUID> values = state.sealedSubjects().values().getOrDefault(c.subject(), List.of());
        return Objections.of(
                        state.legalHold().objectToErasure(c.incident()),
                        when(
                                values.isEmpty(),
                                Rule.NOTHING_SEALED,
                                () -> "nothing is sealed about %s in incident %s; check the reference"
                                        .formatted(c.subject(), c.incident())),
                        Texts.required("reference of the request", c.request(), limits.title()),
                        Texts.required("ground", c.ground(), limits.line()))
                .otherwise(() -> new RecordEvent.SealedValuesErased(c.subject(), values, c.request(), c.ground()));
    }
}
