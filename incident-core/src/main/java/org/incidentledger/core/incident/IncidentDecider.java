package org.incidentledger.core.incident;

import static org.incidentledger.core.decision.Objections.firstOf;
import static org.incidentledger.core.decision.Objections.when;

import java.util.Locale;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.decision.Texts;
import org.incidentledger.core.decision.Times;
import org.jspecify.annotations.Nullable;

/**
 * Decides every command of an incident. Pure: the same state, command and header always give the same decision, without a
 * clock, chance or input and output. Safe for use by many threads.
 */
public final class IncidentDecider {
    private final IncidentPolicy policy;
    private final LifecycleRules lifecycle;
    private final AssessmentRules assessment;
    private final ContainmentRules containment;
    private final PublicationRules publication;
    private final NotificationRules notification;
    private final ObligationRules obligation;
    private final PostMortemRules postMortem;
    private final ActionItemRules actionItem;
    private final RecordRules record;

    public IncidentDecider(IncidentPolicy policy) {
        this.policy = policy;
        this.lifecycle = new LifecycleRules(policy.limits());
        this.assessment = new AssessmentRules(policy.limits());
        this.containment = new ContainmentRules(policy.limits());
        this.publication = new PublicationRules(policy.limits());
        this.notification = new NotificationRules(policy.limits());
        this.obligation = new ObligationRules(policy);
        this.postMortem = new PostMortemRules(policy);
        this.actionItem = new ActionItemRules(policy.limits());
        this.record = new RecordRules(policy.limits());
    }

    /** Grants the command with the events that follow from it, or refuses it by the first rule that stands against it. */
    public Decision<IncidentEvent> decide(Incident state, IncidentCommand command, CommandHeader header) {
        Refusal refusal = objectToAny(state, command, header);
        if (refusal != null) {
            return new Decision.Refused<>(refusal);
        }
        return switch (command) {
            case LifecycleCommand c -> lifecycle.decide(state, c, header);
            case AssessmentCommand c -> assessment.decide(state, c);
            case ContainmentCommand c -> containment.decide(state, c);
            case PublicationCommand c -> publication.decide(state, c, header);
            case NotificationCommand c -> notification.decide(state, c);
            case ObligationCommand c -> obligation.decide(state, c, header);
            case PostMortemCommand c -> postMortem.decide(state, c, header);
            case ActionItemCommand c -> actionItem.decide(state, c);
            case RecordCommand c -> record.decide(state, c);
        };
    }

    private @Nullable Refusal objectToAny(Incident state, IncidentCommand command, CommandHeader header) {
        return firstOf(
                Times.notInFuture("the instant", header.occurredAt(), header),
                Texts.optional("reason", header.reason(), policy.limits().line()),
                when(
                        state.phase() == Phase.UNREPORTED && !(command instanceof LifecycleCommand.ReportIncident),
                        Rule.INCIDENT_UNKNOWN,
                        () -> "there is no incident %s; report it first".formatted(command.incident())),
                when(
                        state.events() >= policy.limits().events()
                                && !(command instanceof RecordCommand.EraseSealed)
                                && !(command instanceof RecordCommand.LiftHold),
                        Rule.TOO_MANY,
                        () -> String.format(
                                Locale.ROOT,
                                "incident %s has %,d events, the limit is %,d; report a follow-up incident",
                                command.incident(),
                                state.events(),
                                policy.limits().events())));
    }
}
