package org.incidentledger.contracts.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.incidentledger.core.incident.AccessPoint;
import org.incidentledger.core.incident.AccessPointKind;
import org.incidentledger.core.incident.AssessmentCommand;
import org.incidentledger.core.incident.ContainmentCommand;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.IncidentRole;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.ReportSource;
import org.incidentledger.core.incident.Severity;

/** What those who respond to an incident might want. */
final class ResponseIdeas {
    private ResponseIdeas() {}

    static IncidentCommand report(Situation now) {
        Choice choice = now.choice();
        ReportSource source = choice.of(ReportSource.class);
        boolean named = source == ReportSource.SUPPLIER && !choice.oneIn(4);
        return new LifecycleCommand.ReportIncident(
                now.incident(),
                now.title(),
                choice.of(IncidentKind.class),
                choice.of(Severity.class),
                source,
                named ? now.title() : null,
                choice.maybe(() -> choice.text(Scenario.LIMITS.internalText())),
                choice.maybe(now::sometime),
                now.impacts(),
                choice.oneIn(6),
                null,
                choice.maybe(() -> AftermathIdeas.sealed(choice)));
    }

    static IncidentCommand acknowledge(Situation now) {
        return new LifecycleCommand.AcknowledgeIncident(now.incident());
    }

    static IncidentCommand assess(Situation now) {
        Choice choice = now.choice();
        int clients = Scenario.LIMITS.clients() / 2 + (choice.oneIn(10) ? 1 : 0);
        return new AssessmentCommand.AssessIncident(
                now.incident(),
                choice.maybe(() -> choice.of(Severity.class)),
                choice.maybe(() -> choice.of(IncidentKind.class)),
                choice.oneIn(2) ? now.impacts() : List.of(),
                choice.some(clients, choice::client),
                choice.some(clients, choice::client),
                choice.oneIn(3) ? facts(choice) : Map.of());
    }

    static IncidentCommand assign(Situation now) {
        return new AssessmentCommand.AssignRole(
                now.incident(),
                now.choice().of(IncidentRole.class),
                now.choice().actor());
    }

    static IncidentCommand closeAccess(Situation now) {
        return new ContainmentCommand.CloseAccess(
                now.incident(),
                accessPoint(now.choice()),
                now.line(),
                now.choice().oneIn(2));
    }

    static IncidentCommand restoreAccess(Situation now) {
        AccessPoint point = now.knownOr(now.state().containment().closed(), accessPoint(now.choice()));
        return new ContainmentCommand.RestoreAccess(now.incident(), point, now.line());
    }

    static IncidentCommand contain(Situation now) {
        return new ContainmentCommand.ContainIncident(now.incident(), now.line());
    }

    static IncidentCommand loseContainment(Situation now) {
        return new ContainmentCommand.ReportContainmentLoss(now.incident(), now.line());
    }

    static IncidentCommand resolve(Situation now) {
        return new LifecycleCommand.ResolveIncident(
                now.incident(), now.line(), now.choice().oneIn(2));
    }

    static IncidentCommand reject(Situation now) {
        return new LifecycleCommand.RejectReport(now.incident(), now.line());
    }

    static IncidentCommand merge(Situation now) {
        IncidentId into = now.world().anyIncident();
        return new LifecycleCommand.MergeIncident(
                now.incident(), into, now.line(), now.world().lineage(into));
    }

    private static AccessPoint accessPoint(Choice choice) {
        return new AccessPoint(choice.of(AccessPointKind.class), choice.name("gate ", 3));
    }

    private static Map<String, String> facts(Choice choice) {
        Map<String, String> facts = new HashMap<>();
        for (int i = choice.below(Scenario.LIMITS.components() + 2); i > 0; i--) {
            facts.put(choice.name("fact-", 8), choice.oneIn(4) ? "" : choice.text(Scenario.LIMITS.title()));
        }
        return facts;
    }
}
