package org.incidentledger.core.incident;

import static org.incidentledger.core.decision.Objections.when;

import java.time.Instant;
import java.util.Locale;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Objections;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.decision.Texts;
import org.incidentledger.core.decision.Times;
import org.incidentledger.core.obligation.StageId;
import org.jspecify.annotations.Nullable;

/** What the notification regimes ask for; in every phase, because the law does not know our phases. */
record ObligationRules(IncidentPolicy policy) {
    Decision<IncidentEvent> decide(Incident state, ObligationCommand command, CommandHeader header) {
        return switch (command) {
            case ObligationCommand.RecordAnchor c -> anchor(state, c, header);
            case ObligationCommand.NotifyAuthority c ->
                Objections.of(
                                state.lifecycle().objectIfExercise(),
                                objectToUnknown(c.stage()),
                                Texts.required("authority", c.authority(), limits().title()),
                                Texts.optional("reference", c.reference(), limits().title()),
                                Texts.required("account of what was filed", c.filed(), limits().line()))
                        .otherwise(() -> new ObligationEvent.AuthorityNotified(
                                c.stage(), c.authority(), c.reference(), c.filed()));
            case ObligationCommand.WaiveObligation c ->
                Objections.of(
                                objectToUnknown(c.stage()),
                                Texts.required("reason for the waiver", c.reason(), limits().line()),
                                when(
                                        state.obligations().waived().contains(c.stage()),
                                        Rule.OBLIGATION_WAIVED,
                                        () -> "stage %s is already waived; nothing is left to do".formatted(c.stage())))
                        .otherwise(() -> new ObligationEvent.ObligationWaived(c.stage(), c.reason()));
        };
    }

    private Decision<IncidentEvent> anchor(Incident state, ObligationCommand.RecordAnchor c, CommandHeader header) {
        Instant known = state.obligations().anchors().get(c.anchor());
        return Objections.of(
                        Times.notInFuture("the anchor", c.at(), header),
                        Texts.optional("note", c.note(), limits().line()),
                        when(
                                c.at().equals(known),
                                Rule.NOTHING_CHANGED,
                                () -> "this anchor is already recorded at %s; say what changed".formatted(known)))
                .otherwise(() -> new ObligationEvent.AnchorRecorded(c.anchor(), known, c.at(), c.note()));
    }

    private Limits limits() {
        return policy.limits();
    }

    private @Nullable Refusal objectToUnknown(StageId stage) {
        return when(
                !policy.stages().contains(stage),
                Rule.OBLIGATION_UNKNOWN,
                () -> String.format(
                        Locale.ROOT,
                        "there is no stage %s among the %d of the policy; name one such as eu-gdpr-33-1-authority",
                        stage,
                        policy.stages().size()));
    }
}
