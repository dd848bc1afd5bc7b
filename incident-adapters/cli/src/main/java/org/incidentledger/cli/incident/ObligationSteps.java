package org.incidentledger.cli.incident;

import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.core.incident.AnchorKind;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.ObligationCommand;
import org.incidentledger.core.obligation.StageId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands that the notification regimes ask for. */
final class ObligationSteps {
    private static final String STAGE = "A stage of a notification regime, such as eu-gdpr-33-1-authority.";

    private ObligationSteps() {}

    @Command(
            name = "record-anchor",
            description = "Say from which instant a notification regime counts.",
            footer = {
                "  incident record-anchor --incident 2026-11-22-7f3k9q --anchor aware --at 2026-11-22T02:10:00Z \\",
                "      --note 'Forensics confirmed that data left'"
            })
    static final class RecordAnchor extends IncidentStep {
        @Option(
                names = "--anchor",
                required = true,
                paramLabel = "ANCHOR",
                description = "One of: ${COMPLETION-CANDIDATES}.")
        AnchorKind anchor = AnchorKind.AWARE;

        @Option(
                names = "--at",
                required = true,
                paramLabel = "INSTANT",
                description = "The instant, not in the future.")
        String at = "";

        @Option(names = "--note", paramLabel = "TEXT", description = "What it rests on.")
        @Nullable
        String note;

        @Override
        IncidentCommand command(IncidentId id, Invocation invocation) {
            return new ObligationCommand.RecordAnchor(id, anchor, invocation.instant("--at", at), note);
        }

        @Override
        String done() {
            return "anchor recorded at " + at;
        }
    }

    @Command(
            name = "notify-authority",
            description = "Say that an authority was told; this command tells nobody.",
            footer = {
                "  incident notify-authority --incident 2026-11-22-7f3k9q --stage eu-gdpr-33-1-authority \\",
                "      --authority 'Data protection authority of Berlin' --authority-reference 2026/4711 \\",
                "      --filed 'First notification under article 33'"
            })
    static final class NotifyAuthority extends IncidentStep {
        @Option(names = "--stage", required = true, paramLabel = "ID", description = STAGE)
        String stage = "";

        @Option(names = "--authority", required = true, paramLabel = "NAME", description = "Who was told.")
        String authority = "";

        @Option(
                names = "--authority-reference",
                paramLabel = "TEXT",
                description = "The number that it gave to the filing.")
        @Nullable
        String reference;

        @Option(names = "--filed", required = true, paramLabel = "TEXT", description = "What was filed, in one line.")
        String filed = "";

        @Override
        IncidentCommand command(IncidentId id, Invocation invocation) {
            return new ObligationCommand.NotifyAuthority(id, new StageId(stage), authority, reference, filed);
        }

        @Override
        String done() {
            return "notification of %s recorded".formatted(authority);
        }
    }

    @Command(
            name = "waive-obligation",
            description = "Say that a stage of a notification regime is not owed, and why.",
            footer = {
                "  incident waive-obligation --incident 2026-11-22-7f3k9q --stage eu-gdpr-33-1-authority \\",
                "      --reason 'No personal data was within reach'"
            })
    static final class WaiveObligation extends IncidentStep {
        @Option(names = "--stage", required = true, paramLabel = "ID", description = STAGE)
        String stage = "";

        @Override
        IncidentCommand command(IncidentId id, Invocation invocation) {
            return new ObligationCommand.WaiveObligation(id, new StageId(stage), write.requiredReason());
        }

        @Override
        String done() {
            return "stage %s waived".formatted(stage);
        }
    }
}
