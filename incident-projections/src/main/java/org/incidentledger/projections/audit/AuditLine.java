package org.incidentledger.projections.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger in words. Internal: it holds everything that the entry does except sealed values, of which it names
 * id and subject.
 *
 * @param position in the ledger, from 0
 * @param recordedAt when the ledger recorded it
 * @param occurredAt when it happened, in the words of the actor
 * @param commandId the command from which it followed
 * @param stream such as {@code incident/ID}
 * @param sequence in the stream, from 0
 * @param type the stable name of the event, such as {@code incident.contained}
 * @param summary what the actor did, one English sentence on one line without its subject and full stop
 * @param changes what the event says of each field
 */
public record AuditLine(
        long position,
        Instant recordedAt,
        Instant occurredAt,
        String actor,
        String commandId,
        @Nullable String correlationId,
        @Nullable String reason,
        String stream,
        long sequence,
        String type,
        String eventId,
        String summary,
        List<FieldChange> changes) {
    public AuditLine {
        changes = List.copyOf(changes);
    }

    /** The same with other changes. */
    public AuditLine with(List<FieldChange> others) {
        return new AuditLine(
                position,
                recordedAt,
                occurredAt,
                actor,
                commandId,
                correlationId,
                reason,
                stream,
                sequence,
                type,
                eventId,
                summary,
                others);
    }
}
