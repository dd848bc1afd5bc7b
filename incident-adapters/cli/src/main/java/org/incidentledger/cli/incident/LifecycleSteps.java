package org.incidentledger.cli.incident;

import java.util.List;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.LifecycleCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands that carry an incident on, end it and resume it. */
final class LifecycleSteps {
    private LifecycleSteps() {}

    @Command(
            name = "acknowledge",
            description = "Say that somebody took the incident up.",
            footer = "  incident acknowledge --incident 2026-11-22-7f3k9q --actor staff/dora")
    static final class Acknowledge extends IncidentStep {
        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(new LifecycleCommand.AcknowledgeIncident(id), "acknowledged");
        }
    }

    @Command(
            name = "resolve",
            description =
                    "Say that the incident is over. Access points must be restored first, or stay closed for good.",
            footer = {
                "  incident resolve --incident 2026-11-22-7f3k9q --summary 'Credentials rotated, no trace left'",
                "  incident resolve --incident 2026-11-22-7f3k9q --summary 'Account removed' --access-stays-closed"
            })
    static final class Resolve extends IncidentStep {
        @Option(names = "--summary", required = true, paramLabel = "TEXT", description = "How it ended; internal.")
        String summary = "";

        @Option(
                names = "--access-stays-closed",
                description = "The access points that are still closed stay so for good.")
        boolean accessStaysClosed;

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(new LifecycleCommand.ResolveIncident(id, summary, accessStaysClosed), "resolved");
        }
    }

    @Command(
            name = "reopen",
            description = "Say that a resolved incident goes on.",
            footer = "  incident reopen --incident 2026-11-22-7f3k9q --reason 'The same login was seen again'")
    static final class Reopen extends IncidentStep {
        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(new LifecycleCommand.ReopenIncident(id, write.requiredReason()), "reopened");
        }
    }

    @Command(
            name = "reject",
            description = "Say that the report was no incident. What is public must be retracted first.",
            footer = "  incident reject --incident 2026-11-22-7f3k9q --reason 'A test account, used as agreed'")
    static final class Reject extends IncidentStep {
        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(new LifecycleCommand.RejectReport(id, write.requiredReason()), "rejected");
        }
    }

    @Command(
            name = "merge",
            description = "Say that the incident is a duplicate of another, which goes on.",
            footer = "  incident merge --incident 2026-11-22-9c0d1e --into 2026-11-22-7f3k9q --reason 'The same login'")
    static final class Merge extends IncidentStep {
        @Option(names = "--into", required = true, paramLabel = "ID", description = "The incident that goes on.")
        String into = "";

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(
                    new LifecycleCommand.MergeIncident(id, new IncidentId(into), write.requiredReason(), List.of()),
                    "merged into " + into);
        }
    }
}
