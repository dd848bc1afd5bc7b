package org.incidentledger.core.encoding;

import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.Provenance;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.ledger.StoredEntry;

/** Reads entries of the ledger as history that projections fold. Safe for use by many threads. */
public final class HistoryDecoder {
    private final EventCodec codec;
    private final StoredEventReader quick;

    public HistoryDecoder(EventCodec codec) {
        this.codec = codec;
        this.quick = new StoredEventReader(codec);
    }

    /** @throws EncodingException when the entry or its event cannot be read */
    public RecordedEvent decode(StoredEntry stored) {
        RecordedEvent event = quick.read(stored);
        return event == null ? decode(EntryFormat.readStored(stored)) : event;
    }

    /** @throws EncodingException when the event cannot be read, or lies in a stream of another kind */
    public RecordedEvent decode(Entry entry) {
        return new RecordedEvent(
                entry.position(),
                entry.id(),
                entry.stream(),
                entry.sequence(),
                entry.event().type(),
                new Provenance(
                        entry.actor(),
                        entry.occurredAt(),
                        entry.recordedAt(),
                        entry.commandId(),
                        entry.correlationId(),
                        entry.reason()),
                fact(entry, codec.decode(entry.event(), entry.position())));
    }

    private static Fact fact(Entry entry, Object event) {
        try {
            return Fact.of(entry.stream(), event);
        } catch (IllegalArgumentException e) {
            throw new EncodingException.BrokenEntry(
                    entry.position(),
                    entry.event().type(),
                    new Flaw("/stream", "%s cannot hold an event of this type".formatted(entry.stream()), e));
        }
    }
}
