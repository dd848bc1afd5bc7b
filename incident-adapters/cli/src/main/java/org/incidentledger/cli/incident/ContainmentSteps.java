package org.incidentledger.cli.incident;

import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.core.incident.AccessPoint;
import org.incidentledger.core.incident.AccessPointKind;
import org.incidentledger.core.incident.ContainmentCommand;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands that keep an incident from spreading. */
final class ContainmentSteps {
    private ContainmentSteps() {}

    /** A command about one access point. */
    abstract static class AccessStep extends IncidentStep {
        @Option(
                names = "--access-kind",
                paramLabel = "KIND",
                description = "What the access point is, one of: ${COMPLETION-CANDIDATES} (default: server).")
        AccessPointKind kind = AccessPointKind.SERVER;

        @Option(names = "--access", required = true, paramLabel = "NAME", description = "Its name, such as node-7.")
        String name = "";

        @Option(
                names = "--outcome",
                required = true,
                paramLabel = "TEXT",
                description = "What was done, and the result.")
        String outcome = "";

        AccessPoint accessPoint() {
            return new AccessPoint(kind, name);
        }
    }

    @Command(
            name = "close-access",
            description = "Say that the connections of an access point were closed.",
            footer = {
                "  incident close-access --incident 2026-11-22-7f3k9q --access node-7 \\",
                "      --outcome 'SSH keys revoked, sessions ended' --verified",
                "  incident close-access --incident 2026-11-22-7f3k9q --access-kind billing-panel --access billing \\",
                "      --outcome 'Logins disabled'"
            })
    static final class CloseAccess extends AccessStep {
        @Option(names = "--verified", description = "Somebody checked that nobody gets in any more.")
        boolean verified;

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(
                    new ContainmentCommand.CloseAccess(id, accessPoint(), outcome, verified),
                    "access closed at " + name);
        }
    }

    @Command(
            name = "restore-access",
            description = "Say that a closed access point is open again.",
            footer = {
                "  incident restore-access --incident 2026-11-22-7f3k9q --access node-7 \\",
                "      --outcome 'New keys handed out'"
            })
    static final class RestoreAccess extends AccessStep {
        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(
                    new ContainmentCommand.RestoreAccess(id, accessPoint(), outcome), "access restored at " + name);
        }
    }

    @Command(
            name = "contain",
            description = "Say that the incident cannot spread any further.",
            footer = "  incident contain --incident 2026-11-22-7f3k9q --summary 'Every known way in is closed'")
    static final class Contain extends IncidentStep {
        @Option(
                names = "--summary",
                required = true,
                paramLabel = "TEXT",
                description = "How it is contained; internal.")
        String summary = "";

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(new ContainmentCommand.ContainIncident(id, summary), "contained");
        }
    }

    @Command(
            name = "containment-lost",
            description = "Say that a contained incident spreads again.",
            footer = "  incident containment-lost --incident 2026-11-22-7f3k9q --reason 'Login seen on node-9'")
    static final class ContainmentLost extends IncidentStep {
        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(
                    new ContainmentCommand.ReportContainmentLoss(id, write.requiredReason()), "containment lost");
        }
    }
}
