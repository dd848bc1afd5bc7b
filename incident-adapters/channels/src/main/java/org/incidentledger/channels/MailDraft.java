package org.incidentledger.channels;

import static jakarta.mail.Message.RecipientType.BCC;
import static jakarta.mail.Message.RecipientType.TO;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.incidentledger.core.vocabulary.Words;

/**
 * A notification as an internet message (RFC 5322) that waits for somebody to send it. The same notification always gives the
 * same bytes. Without recipients it has no address, only a header that names the audience; several recipients do not see each
 * other.
 */
final class MailDraft {
    private MailDraft() {}

    static byte[] of(Notification notification) throws MessagingException, IOException {
        MimeMessage message = new StableMessage(notification);
        message.setSubject(notification.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(notification.requestedAt()));
        address(message, notification.recipients());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Unsent", "1");
        message.setHeader("X-Incident", notification.incident().value());
        message.setHeader("X-Incident-Notification", notification.id().value());
        message.setHeader("X-Incident-Audience", Words.of(notification.audience()));
        message.setText(notification.message(), StandardCharsets.UTF_8.name());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toByteArray();
    }

    /** Addresses, subject and text of a message as people read them; nothing when it is no message that this library made. */
    static String read(byte[] draft) {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(draft));
            Address[] recipients = message.getAllRecipients();
            String text = message.getContent() instanceof String content ? content : "";
            return "%s\n%s\n%s"
                    .formatted(recipients == null ? "" : Arrays.toString(recipients), message.getSubject(), text);
        } catch (MessagingException | IOException noMessage) {
            return "";
        }
    }

    private static void address(MimeMessage message, List<MailAddress> recipients) throws MessagingException {
        for (MailAddress recipient : recipients) {
            message.addRecipient(recipients.size() == 1 ? TO : BCC, new InternetAddress(recipient.value()));
        }
    }

    /** Bears an id that follows from the notification, where the library would make up another one each time. */
    private static final class StableMessage extends MimeMessage {
        private final Notification notification;

        StableMessage(Notification notification) {
            super(Session.getInstance(new Properties()));
            this.notification = notification;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<%s/%s@incident-ledger>".formatted(notification.incident(), notification.id()));
        }
    }
}
