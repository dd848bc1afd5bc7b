package org.incidentledger.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.Draft;
import org.incidentledger.core.ledger.EncodedEvent;
import org.incidentledger.core.ledger.StreamId;

/** Appends whose events mean nothing: a ledger must not care what it keeps. */
public final class SampleAppends {
    /** The type of every sample event. */
    public static final String TYPE = "contract.sampled";

    /** When every sample is said to have happened. */
    public static final Instant OCCURRED_AT = Instant.parse("2025-03-01T09:00:00Z");

    private SampleAppends() {}

    /** A stream of its own. */
    public static StreamId stream(String id) {
        return new StreamId("sample", id);
    }

    /** An append under a command id of its own. */
    public static Append append(StreamId stream, long expectedSequence, int events) {
        return append(UUID.randomUUID(), stream, expectedSequence, events);
    }

    /** An append under a command id. */
    public static Append append(UUID commandId, StreamId stream, long expectedSequence, int events) {
        List<Draft> drafts = IntStream.range(0, events)
                .mapToObj(number -> draft("{\"number\":%d}".formatted(number)))
                .toList();
        return new Append(stream, expectedSequence, header(commandId), drafts);
    }

    /** An append of one event whose data are a text of so many characters. */
    public static Append sized(StreamId stream, long expectedSequence, int characters) {
        Draft draft = draft("{\"text\":\"%s\"}".formatted("x".repeat(characters)));
        return new Append(stream, expectedSequence, header(UUID.randomUUID()), List.of(draft));
    }

    /** A draft with these data under an event id of its own. */
    public static Draft draft(String data) {
        return new Draft(UUID.randomUUID(), new EncodedEvent(TYPE, 1, data));
    }

    /** The header of a command. */
    public static CommandHeader header(UUID commandId) {
        return new CommandHeader(commandId, ActorRef.SYSTEM, OCCURRED_AT, OCCURRED_AT, null, null);
    }
}
