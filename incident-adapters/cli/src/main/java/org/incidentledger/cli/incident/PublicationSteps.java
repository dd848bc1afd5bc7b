package org.incidentledger.cli.incident;

import java.util.List;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.KnownComponents;
import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.cli.publication.CorrectedText;
import org.incidentledger.cli.publication.CorrectedTitle;
import org.incidentledger.cli.publication.DisplayOption;
import org.incidentledger.cli.publication.NewUpdate;
import org.incidentledger.cli.publication.PostedUpdate;
import org.incidentledger.core.incident.ComponentChange;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.embedded.IncidentLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Commands that tell the public about an incident; what was public is corrected or retracted, never edited. */
final class PublicationSteps {
    private PublicationSteps() {}

    @Command(
            name = "post-update",
            description = "Post an update for the public and print its id.",
            footer = {
                "  incident post-update --incident 2026-11-22-7f3k9q --status investigating \\",
                "      --text 'We are looking into an unknown login.'",
                "  incident post-update --incident 2026-11-22-7f3k9q --status identified --text-file update.txt",
                "  incident post-update --incident 2026-11-22-7f3k9q --status monitoring --text 'Mail is slow.' \\",
                "      --component mail=operational:degraded-performance"
            })
    static final class PostUpdate extends IncidentStep {
        @Option(
                names = "--status",
                required = true,
                paramLabel = "STATUS",
                description = "What the page shows, one of: ${COMPLETION-CANDIDATES}.")
        PublicStatus status = PublicStatus.INVESTIGATING;

        @Mixin
        NewUpdate update = new NewUpdate();

        @Option(
                names = "--component",
                paramLabel = "ID=FROM:TO",
                description = "A change of a component's status that the update tells of; may be repeated.")
        List<String> components = List.of();

        @Mixin
        DisplayOption display = new DisplayOption();

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return update.sending(
                    new PublicationCommand.PostUpdate(
                            id,
                            update.id(write),
                            status,
                            update.text(invocation),
                            Components.changes(components),
                            display.instant(invocation),
                            null),
                    write);
        }

        @Override
        void check(IncidentLedger ledger, Invocation invocation) {
            KnownComponents.require(
                    Components.changes(components).stream()
                            .map(ComponentChange::component)
                            .toList(),
                    ledger,
                    invocation);
        }
    }

    @Command(
            name = "correct-update",
            description = "Replace the text of an update; the old text stays on the page, shown as corrected.",
            footer = {
                "  incident correct-update --incident 2026-11-22-7f3k9q --update update-3v8d20ks \\",
                "      --text 'Two nodes are affected, not one.' --reason 'Second node found'"
            })
    static final class CorrectUpdate extends IncidentStep {
        @Mixin
        PostedUpdate update = new PostedUpdate();

        @Mixin
        CorrectedText text = new CorrectedText();

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return update.sending(
                    new PublicationCommand.CorrectUpdate(
                            id, update.id(), text.text(invocation), write.requiredReason()),
                    "corrected");
        }
    }

    @Command(
            name = "retract-update",
            description = "Take an update back; it stays on the page, shown as retracted.",
            footer = {
                "  incident retract-update --incident 2026-11-22-7f3k9q --update update-3v8d20ks \\",
                "      --reason 'Meant for another incident'"
            })
    static final class RetractUpdate extends IncidentStep {
        @Mixin
        PostedUpdate update = new PostedUpdate();

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return update.sending(
                    new PublicationCommand.RetractUpdate(id, update.id(), write.requiredReason()), "retracted");
        }
    }

    @Command(
            name = "correct-title",
            description = "Replace the title; a title that was public stays on the page, shown as corrected.",
            footer = {
                "  incident correct-title --incident 2026-11-22-7f3k9q --title 'Unknown login on two nodes' \\",
                "      --reason 'Second node found'"
            })
    static final class CorrectTitle extends IncidentStep {
        @Mixin
        CorrectedTitle title = new CorrectedTitle();

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(
                    new PublicationCommand.CorrectTitle(id, title.title(), write.requiredReason()), "title corrected");
        }
    }
}
