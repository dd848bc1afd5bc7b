package org.incidentledger.channels;

import java.time.Instant;
import java.util.List;
import org.incidentledger.core.incident.Audience;
import org.incidentledger.core.incident.Channel;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.NotificationId;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;

/**
 * A message that one channel is to carry to an audience.
 *
 * @param id unique within its incident
 * @param subject one line
 * @param recipients the addresses of the audience on this channel; empty when whoever sends the message knows them
 * @param requestedAt when it was asked for; the date that the message bears
 */
public record Notification(
        IncidentId incident,
        NotificationId id,
        Audience audience,
        Channel channel,
        String subject,
        String message,
        List<MailAddress> recipients,
        Instant requestedAt) {
    /** How many recipients one notification may have; larger audiences need a mailing list. */
    public static final int MAX_RECIPIENTS = 10_000;

    /**
     * @throws InvalidValueException when the subject has a line break or another control character, which could smuggle in
     *     headers, or there are too many recipients
     */
    public Notification {
        if (subject.codePoints().anyMatch(Notification::breaksLine)) {
            throw new InvalidValueException(
                    "the subject '%s' has a line break or control character; write it as one plain line"
                            .formatted(Quoted.shorten(subject)));
        }
        recipients = recipients.stream().distinct().toList();
        if (recipients.size() > MAX_RECIPIENTS) {
            throw new InvalidValueException("%,d recipients are given, the limit is %,d; use a mailing list"
                    .formatted(recipients.size(), MAX_RECIPIENTS));
        }
    }

    private static boolean breaksLine(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
