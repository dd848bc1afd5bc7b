package org.incidentledger.cli.incident;

import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.core.incident.AnchorKind;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.ObligationCommand;
import org.incidentledger.core.obligation.StageId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Commands that the notification regimes ask for. */
final class ObligationSteps {
    private ObligationSteps() {}

    /** The option of a command about one stage. */
    static final class StageOption {
        @Option(
                names = "--stage",
                required = true,
                paramLabel = "ID",
                description = "A stage of a notification regime, such as eu-gdpr-33-1-authority.")
        String stage = "";

        StageId id() {
            return new StageId(stage);
        }
    }

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
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(
                    new ObligationCommand.RecordAnchor(id, anchor, invocation.instant("--at", at), note),
                    "anchor recorded at " + at);
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
        @Mixin
        StageOption stage = new StageOption();

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
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(
                    new ObligationCommand.NotifyAuthority(id, stage.id(), authority, reference, filed),
                    "notification of %s recorded".formatted(authority));
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
        @Mixin
        StageOption stage = new StageOption();

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(
                    new ObligationCommand.WaiveObligation(id, stage.id(), write.requiredReason()),
                    "stage %s waived".formatted(stage.id()));
        }
    }
}
