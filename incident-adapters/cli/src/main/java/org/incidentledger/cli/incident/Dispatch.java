package org.incidentledger.cli.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.incidentledger.channels.DeliveryReport;
import org.incidentledger.channels.Notification;
import org.incidentledger.channels.Outbox;
import org.incidentledger.cli.invocation.Accepted;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.WriteOptions;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.NotificationCommand.CompleteNotification;
import org.incidentledger.core.incident.NotificationCommand.NotifyAudience;
import org.incidentledger.core.incident.NotificationCommand.RecordNotificationProgress;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.embedded.CommandSender;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Outcome;

/**
 * Carries one notification out: requested by an actor, delivered to the outbox, recorded by the system. Every command has an id
 * that follows from the first one's, so that a run that was cut short can be repeated under the same command id and ends what
 * it began.
 */
record Dispatch(Invocation invocation, WriteOptions write, Outbox outbox) {
    private static final int OUTCOME_LIMIT = 1_000;

    int run(IncidentLedger ledger, NotifyAudience command, Function<Instant, List<Notification>> drafts) {
        Outcome outcome = write.sender(invocation, ledger).send(command);
        Receipt requested = Accepted.receipt(outcome);
        boolean repeated = outcome instanceof Outcome.Accepted accepted && accepted.repeated();
        List<Notification> notifications = drafts.apply(requested.recordedAt());
        if (ledger.reader().receipt(derived("completed")).isEmpty()) {
            deliver(ledger, command, notifications);
        }
        invocation
                .answers()
                .print(() -> text(command, requested, notifications), () -> json(requested, repeated, notifications));
        return ExitCode.DONE;
    }

    private void deliver(IncidentLedger ledger, NotifyAudience command, List<Notification> notifications) {
        Map<Notification, DeliveryReport> reports = new LinkedHashMap<>();
        for (Notification notification : notifications) {
            DeliveryReport report = outbox.deliver(notification);
            reports.put(notification, report);
            system(ledger, "progressed/" + notification.channel())
                    .send(new RecordNotificationProgress(
                            command.incident(),
                            command.notification(),
                            notification.channel(),
                            report.delivered(),
                            report.failed(),
                            report.total()))
                    .receipt();
        }
        complete(ledger, command, List.copyOf(reports.values()));
        List<Notification> failed = notifications.stream()
                .filter(notification ->
                        Objects.requireNonNull(reports.get(notification)).hasFailed())
                .toList();
        if (!failed.isEmpty()) {
            throw Failure.storage(
                    "%d of %d drafts of notification %s could not be written, such as %s; that is recorded, repair the outbox and notify again"
                            .formatted(
                                    failed.size(),
                                    notifications.size(),
                                    command.notification(),
                                    outbox.fileOf(failed.getFirst())),
                    null);
        }
    }

    private void complete(IncidentLedger ledger, NotifyAudience command, List<DeliveryReport> reports) {
        String outcome = reports.stream().map(DeliveryReport::outcome).collect(Collectors.joining("; "));
        system(ledger, "completed")
                .send(new CompleteNotification(
                        command.incident(),
                        command.notification(),
                        reports.stream().mapToLong(DeliveryReport::delivered).sum(),
                        reports.stream().mapToLong(DeliveryReport::failed).sum(),
                        outcome.substring(0, Math.min(OUTCOME_LIMIT, outcome.length()))))
                .receipt();
    }

    private CommandSender system(IncidentLedger ledger, String step) {
        return ledger.as(ActorRef.SYSTEM).commandId(derived(step)).correlation(write.commandId());
    }

    private UUID derived(String step) {
        return UUID.nameUUIDFromBytes("%s/%s".formatted(write.commandId(), step).getBytes(UTF_8));
    }

    private String text(NotifyAudience command, Receipt requested, List<Notification> notifications) {
        return "incident %s: notification %s for %s (position %d)\n%s"
                .formatted(
                        command.incident(),
                        command.notification(),
                        Words.of(command.audience()),
                        requested.firstPosition(),
                        notifications.stream()
                                .map(notification -> "  %s draft, not sent: %s%s\n"
                                        .formatted(
                                                Words.of(notification.channel()),
                                                outbox.fileOf(notification),
                                                notification.recipients().isEmpty()
                                                        ? ""
                                                        : " (encrypted: print-draft shows it)"))
                                .collect(Collectors.joining()));
    }

    private ObjectNode json(Receipt requested, boolean repeated, List<Notification> notifications) {
        Map<String, String> names =
                Map.of("notification", notifications.getFirst().id().value());
        ObjectNode object = Accepted.json(requested, repeated, names);
        ArrayNode drafts = object.putArray("drafts");
        for (Notification notification : notifications) {
            drafts.addObject()
                    .put("channel", Words.of(notification.channel()))
                    .put("file", outbox.fileOf(notification).toString());
        }
        return object;
    }
}
