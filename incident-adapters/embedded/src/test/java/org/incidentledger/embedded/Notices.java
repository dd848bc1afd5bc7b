package org.incidentledger.embedded;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.incidentledger.channels.DeliveryReport;
import org.incidentledger.channels.MailAddress;
import org.incidentledger.channels.Notification;
import org.incidentledger.channels.Outbox;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.Audience;
import org.incidentledger.core.incident.Channel;
import org.incidentledger.core.incident.NotificationCommand;
import org.incidentledger.core.incident.NotificationId;

/** Mails to people of {@link Crowd} that nobody has sent: they wait in the outbox, and the ledger says so. */
final class Notices {
    private static final NotificationId ID = new NotificationId("n1");
    private static final Set<Channel> MAIL = Set.of(Channel.MAIL);

    private Notices() {}

    /** One to each of them, at the address that is sealed about them. */
    static void leave(IncidentLedger ledger, Outbox outbox, int from, int to) {
        IntStream.range(from, to).parallel().forEach(number -> leave(ledger, outbox, number));
    }

    private static void leave(IncidentLedger ledger, Outbox outbox, int number) {
        Notification notice = to(number, "We look at it.");
        ledger.as(new ActorRef("staff/ada"))
                .send(new NotificationCommand.NotifyAudience(
                        notice.incident(), ID, notice.audience(), MAIL, notice.subject(), notice.message()))
                .receipt();
        DeliveryReport report = outbox.deliver(notice);
        CommandSender system = ledger.as(ActorRef.SYSTEM);
        system.send(new NotificationCommand.RecordNotificationProgress(
                        notice.incident(), ID, Channel.MAIL, report.delivered(), report.failed(), report.total()))
                .receipt();
        system.send(new NotificationCommand.CompleteNotification(
                        notice.incident(), ID, report.delivered(), report.failed(), report.outcome()))
                .receipt();
    }

    /** A notice to one of them. */
    static Notification to(int number, String message) {
        return notice(number, message, List.of(new MailAddress(Crowd.address(number))));
    }

    /** A notice to nobody yet, which is kept as it reads. */
    static Notification toNobody(int number, String message) {
        return notice(number, message, List.of());
    }

    private static Notification notice(int number, String message, List<MailAddress> recipients) {
        return new Notification(
                Crowd.incident(number),
                ID,
                Audience.AFFECTED_CLIENTS,
                Channel.MAIL,
                "News",
                message,
                recipients,
                Instant.parse("2026-05-01T10:00:00Z"));
    }
}
