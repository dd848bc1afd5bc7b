package org.incidentledger.cli.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.incidentledger.channels.MailAddress;
import org.incidentledger.channels.Notification;
import org.incidentledger.cli.invocation.BoundedText;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.OutboxOption;
import org.incidentledger.cli.invocation.ShortIds;
import org.incidentledger.cli.invocation.WriteOptions;
import org.incidentledger.core.incident.Audience;
import org.incidentledger.core.incident.Channel;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.NotificationCommand.NotifyAudience;
import org.incidentledger.core.incident.NotificationId;
import org.incidentledger.embedded.IncidentLedger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "notify",
        description = {
            "Notify an audience. No channel can send by itself yet: each message becomes a draft in the outbox folder",
            "(.eml for mail, .txt for the others), and the ledger records that. When a draft cannot be written, that is",
            "recorded too and the exit code is 3. Addresses never enter the ledger, and a draft that bears some is kept",
            "encrypted: print-draft shows it. Several recipients of one mail do not see each other."
        },
        footer = {
            "  incident notify --incident 2026-11-22-7f3k9q --audience affected-clients --channel mail \\",
            "      --channel website --subject 'Login on node-7' --message-file message.txt",
            "  incident notify --incident 2026-11-22-7f3k9q --audience staff --channel mail \\",
            "      --to noc@example.org --subject 'All hands' --message 'Bridge 3, now.'"
        })
final class Notify extends CliCommand {
    @Mixin
    IncidentOption incident = new IncidentOption();

    @Option(
            names = "--audience",
            required = true,
            paramLabel = "AUDIENCE",
            description = "One of: ${COMPLETION-CANDIDATES}.")
    Audience audience = Audience.STAFF;

    @Option(
            names = "--channel",
            required = true,
            paramLabel = "CHANNEL",
            description = "One of: ${COMPLETION-CANDIDATES}; may be repeated.")
    List<Channel> channels = List.of();

    @Option(names = "--subject", required = true, paramLabel = "TEXT", description = "One line, up to 200 characters.")
    String subject = "";

    @Option(names = "--message", paramLabel = "TEXT", description = "Up to 10,000 characters, '-' for standard input.")
    @Nullable
    String message;

    @Option(names = "--message-file", paramLabel = "FILE", description = "The same from a file, '-' for input.")
    @Nullable
    String messageFile;

    @Option(names = "--to", paramLabel = "ADDRESS", description = "A recipient of the mail; may be repeated.")
    List<String> to = List.of();

    @Option(names = "--recipients", paramLabel = "FILE", description = "Recipients of the mail, one address a line.")
    @Nullable
    String recipientsFile;

    @Option(names = "--notification", paramLabel = "ID", description = "The id of the notification (default: made up).")
    @Nullable
    String notification;

    @Mixin
    OutboxOption outbox = new OutboxOption();

    @Mixin
    WriteOptions write = new WriteOptions();

    @Override
    protected int run(Invocation invocation) {
        NotifyAudience command = command(incident.required(invocation), invocation);
        List<MailAddress> recipients = recipients(invocation);
        drafts(command, recipients, invocation.now());
        write.check(invocation);
        IncidentOption.requireLedger(command.incident(), invocation);
        Dispatch dispatch = new Dispatch(invocation, write, outbox.of(invocation));
        try (IncidentLedger ledger = invocation.openOrMake()) {
            if (!recipients.isEmpty()) {
                ledger.as(invocation.actor()).vault().requireKey();
            }
            return dispatch.run(ledger, command, requestedAt -> drafts(command, recipients, requestedAt));
        }
    }

    private NotifyAudience command(IncidentId id, Invocation invocation) {
        String name = notification == null ? ShortIds.of("notification", write.commandId()) : notification;
        return new NotifyAudience(
                id,
                new NotificationId(name),
                audience,
                Set.copyOf(channels),
                subject,
                BoundedText.required("message", message, messageFile, invocation.surroundings()));
    }

    private List<MailAddress> recipients(Invocation invocation) {
        List<String> given = new ArrayList<>(to);
        if (recipientsFile != null) {
            Stream<String> lines =
                    BoundedText.read(recipientsFile, invocation.surroundings()).lines();
            lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(given::add);
        }
        if (!given.isEmpty() && !channels.contains(Channel.MAIL)) {
            throw Failure.badInput(
                    "%d recipients are given, but no mail is sent; add --channel mail".formatted(given.size()));
        }
        return given.stream().map(MailAddress::new).toList();
    }

    private static List<Notification> drafts(
            NotifyAudience command, List<MailAddress> recipients, Instant requestedAt) {
        return EnumSet.copyOf(command.channels()).stream()
                .map(channel -> new Notification(
                        command.incident(),
                        command.notification(),
                        command.audience(),
                        channel,
                        command.subject(),
                        command.message(),
                        channel == Channel.MAIL ? recipients : List.of(),
                        requestedAt))
                .toList();
    }
}
