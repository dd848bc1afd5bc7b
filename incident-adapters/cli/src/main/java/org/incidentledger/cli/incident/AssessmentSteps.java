package org.incidentledger.cli.incident;

import java.util.List;
import java.util.Map;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.KnownComponents;
import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.AssessmentCommand;
import org.incidentledger.core.incident.ComponentImpact;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.IncidentRole;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.embedded.IncidentLedger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands that say what an incident is and who deals with it. */
final class AssessmentSteps {
    private AssessmentSteps() {}

    @Command(
            name = "assess",
            description = "Say what is now known of the incident; what is left out stays as it was.",
            footer = {
                "  incident assess --incident 2026-11-22-7f3k9q --severity critical --kind data-breach",
                "  incident assess --incident 2026-11-22-7f3k9q --component node-7=major-outage --client client/4711",
                "  incident assess --incident 2026-11-22-7f3k9q --fact personal-data=yes"
            })
    static final class Assess extends IncidentStep {
        @Option(names = "--severity", paramLabel = "SEVERITY", description = "One of: ${COMPLETION-CANDIDATES}.")
        @Nullable
        Severity severity;

        @Option(names = "--kind", paramLabel = "KIND", description = "One of: ${COMPLETION-CANDIDATES}.")
        @Nullable
        IncidentKind kind;

        @Option(
                names = "--component",
                paramLabel = "ID=STATUS",
                description = "A component and the effect on it, such as mail=operational; may be repeated.")
        List<String> components = List.of();

        @Option(names = "--client", paramLabel = "REF", description = "A client found to be affected; may be repeated.")
        List<ActorRef> clients = List.of();

        @Option(
                names = "--client-cleared",
                paramLabel = "REF",
                description = "A client found not to be affected after all; may be repeated.")
        List<ActorRef> cleared = List.of();

        @Option(
                names = "--fact",
                paramLabel = "NAME=VALUE",
                description = "A fact for the statutory clocks; without a value it is withdrawn; may be repeated.")
        Map<String, String> facts = Map.of();

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(
                    new AssessmentCommand.AssessIncident(
                            id, severity, kind, Components.impacts(components), clients, cleared, facts),
                    "assessed");
        }

        @Override
        void check(IncidentLedger ledger, Invocation invocation) {
            KnownComponents.require(
                    Components.impacts(components).stream()
                            .map(ComponentImpact::component)
                            .toList(),
                    ledger,
                    invocation);
        }
    }

    @Command(
            name = "assign-role",
            description = "Give a role in the response to somebody; whoever held it is relieved.",
            footer = "  incident assign-role --incident 2026-11-22-7f3k9q --role commander --to staff/dora")
    static final class AssignRole extends IncidentStep {
        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "One of: ${COMPLETION-CANDIDATES}.")
        IncidentRole role = IncidentRole.COMMANDER;

        @Option(names = "--to", required = true, paramLabel = "REF", description = "Who takes it, such as staff/dora.")
        ActorRef assignee = ActorRef.SYSTEM;

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(new AssessmentCommand.AssignRole(id, role, assignee), "role assigned to " + assignee);
        }
    }
}
