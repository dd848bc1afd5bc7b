package org.incidentledger.channels;

import java.nio.charset.StandardCharsets;
import org.incidentledger.core.vocabulary.Words;

/** A notification as plain text for somebody to paste where it belongs: who it is for, a blank line, subject and message. */
final class TextDraft {
    private TextDraft() {}

    static byte[] of(Notification notification) {
        return """
                Channel: %s
                Audience: %s
                Incident: %s
                Notification: %s
                Requested: %s

                %s

                %s
                """.formatted(
                        Words.of(notification.channel()),
                        Words.of(notification.audience()),
                        notification.incident(),
                        notification.id(),
                        notification.requestedAt(),
                        notification.subject(),
                        notification.message())
                .getBytes(StandardCharsets.UTF_8);
    }
}
