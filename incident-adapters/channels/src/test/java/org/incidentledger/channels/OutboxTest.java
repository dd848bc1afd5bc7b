package org.incidentledger.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.incidentledger.core.incident.Audience;
import org.incidentledger.core.incident.Channel;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.NotificationId;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.sealing.KeyWrapper;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {
    private static final MailAddress ONE = new MailAddress("noc@example.org");
    private static final MailAddress OTHER = new MailAddress("ops@example.net");

    @TempDir
    Path folder;

    private final KeyWrapper key = KeyWrapper.ofThisProcess();

    @Nested
    class A_mail_draft {
        @Test
        void can_be_read_by_a_mail_program() throws Exception {
            Notification notification = notification(Channel.MAIL, "Störung: Konto geschlossen", "Zeile 1\nZeile 2 ✓");

            DeliveryReport report = outbox().deliver(notification);

            MimeMessage read = read(outbox().fileOf(notification));
            assertThat(read.getSubject()).isEqualTo("Störung: Konto geschlossen");
            assertThat(((String) read.getContent()).replace("\r\n", "\n")).isEqualTo("Zeile 1\nZeile 2 ✓");
            assertThat(read.getSentDate()).isEqualTo(Instant.parse("2026-05-01T10:00:00Z"));
            assertThat(read.getHeader("X-Incident-Audience")).containsExactly("affected-clients");
            assertThat(report.hasFailed()).isFalse();
            assertThat(report.outcome()).contains("not sent");
        }

        @Test
        void has_no_address_when_no_recipient_is_given() throws Exception {
            Notification notification = notification(Channel.MAIL, "S", "M");

            DeliveryReport report = outbox().deliver(notification);

            assertThat(read(outbox().fileOf(notification)).getAllRecipients()).isNull();
            assertThat(report.total()).isNull();
        }

        @Test
        void is_addressed_openly_to_a_single_recipient() throws Exception {
            Notification notification = notification(Channel.MAIL, "S", "M", ONE, ONE);

            outbox().deliver(notification);

            assertThat(read(outbox().fileOf(notification)).getRecipients(RecipientType.TO))
                    .containsExactly(new InternetAddress("noc@example.org"));
        }

        @Test
        void hides_several_recipients_from_each_other() throws Exception {
            Notification notification = notification(Channel.MAIL, "S", "M", ONE, OTHER);

            DeliveryReport report = outbox().deliver(notification);

            MimeMessage read = read(outbox().fileOf(notification));
            assertThat(read.getRecipients(RecipientType.TO)).isNull();
            assertThat(read.getRecipients(RecipientType.BCC)).hasSize(2);
            assertThat(report.total()).isEqualTo(2);
        }

        @Test
        void keeps_headers_in_the_message_out_of_the_header() throws Exception {
            Notification notification = notification(Channel.MAIL, "S", "\r\nBcc: thief@example.org\r\n\r\nM");

            outbox().deliver(notification);

            assertThat(read(outbox().fileOf(notification)).getAllRecipients()).isNull();
        }
    }

    @Test
    void a_draft_for_another_channel_is_plain_text() throws IOException {
        Notification notification = notification(Channel.WEBSITE, "Subject", "100 % of nodes");

        outbox().deliver(notification);

        assertThat(outbox().fileOf(notification)).hasFileName("n1.website.txt");
        assertThat(Files.readString(outbox().fileOf(notification)))
                .contains("Audience: affected-clients")
                .endsWith("Subject\n\n100 % of nodes\n");
    }

    @Nested
    class Delivered_again {
        @Test
        void the_same_notification_changes_nothing() throws IOException {
            Notification notification = notification(Channel.MAIL, "S", "M");
            outbox().deliver(notification);
            byte[] first = Files.readAllBytes(outbox().fileOf(notification));

            DeliveryReport again = outbox().deliver(notification);

            assertThat(again.hasFailed()).isFalse();
            assertThat(Files.readAllBytes(outbox().fileOf(notification))).isEqualTo(first);
        }

        @Test
        void another_message_under_the_same_name_fails_and_leaves_the_first() throws IOException {
            Notification notification = notification(Channel.MAIL, "S", "M");
            outbox().deliver(notification);

            DeliveryReport other = outbox().deliver(notification(Channel.MAIL, "S", "other", ONE, OTHER));

            assertThat(other.failed()).isEqualTo(2);
            assertThat(Files.readString(outbox().fileOf(notification))).doesNotContain("other");
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_reported_as_a_failure() throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));

        DeliveryReport report = new Outbox(file, key).deliver(notification(Channel.MAIL, "S", "M"));

        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.delivered()).isZero();
    }

    @Test
    void nothing_but_whole_drafts_stays_behind() throws IOException {
        outbox().deliver(notification(Channel.MAIL, "S", "M"));
        outbox().deliver(notification(Channel.MAIL, "S", "other"));

        assertThat(files()).hasSize(1);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Nested
    class Refused_before_anything_is_written {
        @ParameterizedTest
        @ValueSource(strings = {"a\nBcc: b@example.org", "a\rb", "a\u0000", "a\u2028b", "a\u0085b", "\u001b[2J"})
        void a_subject_that_is_more_than_one_plain_line(String subject) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> notification(Channel.MAIL, subject, "M"))
                    .withMessageContaining("one plain line");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "noc",
                    "noc@example.org, ops@example.org",
                    "NOC <noc@example.org>",
                    "a@b\nBcc: c@d",
                    "group:a@b;",
                    "@example.org",
                    "nöc@example.org"
                })
        void what_is_no_address(String address) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> new MailAddress(address))
                    .withMessageContaining("is no mail address");
        }

        @Test
        void more_recipients_than_one_notification_may_have() {
            List<MailAddress> crowd = Stream.iterate(0, i -> i + 1)
                    .limit(Notification.MAX_RECIPIENTS + 1L)
                    .map(i -> new MailAddress("client%d@example.org".formatted(i)))
                    .toList();

            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> notification(Channel.MAIL, "S", "M", crowd.toArray(MailAddress[]::new)))
                    .withMessageContaining("10,001");
            assertThat(notification(
                                    Channel.MAIL,
                                    "S",
                                    "M",
                                    Collections.nCopies(20_000, ONE).toArray(MailAddress[]::new))
                            .recipients())
                    .hasSize(1);
        }
    }

    private Outbox outbox() {
        return new Outbox(folder, key);
    }

    private static Notification notification(Channel channel, String subject, String message, MailAddress... to) {
        return new Notification(
                new IncidentId("i1"),
                new NotificationId("n1"),
                Audience.AFFECTED_CLIENTS,
                channel,
                subject,
                message,
                List.of(to),
                Instant.parse("2026-05-01T10:00:00Z"));
    }

    private MimeMessage read(Path file) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(outbox().read(file)));
    }
}
