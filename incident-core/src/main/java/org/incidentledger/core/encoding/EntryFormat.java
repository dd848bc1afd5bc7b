package org.incidentledger.core.encoding;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.Draft;
import org.incidentledger.core.ledger.EncodedEvent;
import org.incidentledger.core.ledger.StoredEntry;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an entry, as {@code docs/ledger-format.md} specifies them. There is one sequence of bytes for each entry: what
 * {@link #read} accepts, {@link #write(Entry)} writes again byte for byte.
 */
public final class EntryFormat {
    /** The format that is written, and the only one that is read. */
    static final int VERSION = 1;

    private EntryFormat() {}

    /**
     * The bytes of the entry for one draft of an append. They may be more than an entry may have: whoever appends compares
     * their number with {@link Limits#ENTRY_BYTES}.
     *
     * @param recordedAt to the microsecond; a finer instant is refused, since the receipt would contradict the entry
     * @param draftIndex which draft, from 0
     * @throws IllegalArgumentException when a part cannot be written so that it is read again
     */
    public static byte[] write(String origin, long position, Instant recordedAt, Append append, int draftIndex) {
        Draft draft = append.drafts().get(draftIndex);
        CommandHeader header = append.header();
        return write(new Entry(
                origin,
                position,
                draft.id(),
                append.stream(),
                append.expectedSequence() + draftIndex,
                draft.event(),
                recordedAt,
                header.occurredAt(),
                header.actor(),
                header.commandId(),
                header.correlationId(),
                header.reason()));
    }

    /**
     * The bytes of an entry.
     *
     * @throws IllegalArgumentException when a part cannot be written so that it is read again
     */
    public static byte[] write(Entry entry) {
        requireMicroseconds("recordedAt", entry.recordedAt());
        requireMicroseconds("occurredAt", entry.occurredAt());
        EntryReader.requireWritable(entry);
        requireCanonical(entry.event());
        return utf8(text(entry));
    }

    /**
     * The members of an entry.
     *
     * @throws EncodingException.BrokenEntry when the bytes are not exactly those of an entry at this position
     */
    public static Entry read(StoredEntry stored) {
        EntryReader reader = new EntryReader(stored.position());
        try {
            if (stored.bytes().length > Limits.ENTRY_BYTES) {
                throw new Flaw(
                        "",
                        "it has %,d bytes, an entry has at most %,d"
                                .formatted(stored.bytes().length, Limits.ENTRY_BYTES),
                        null);
            }
            String text = text(stored.bytes());
            Entry entry = reader.read(text);
            requireSame(text, text(entry));
            return entry;
        } catch (IOException e) {
            throw new EncodingException.BrokenEntry(stored.position(), reader.type(), Flaw.below("", e));
        }
    }

    private static String text(Entry entry) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("v", VERSION);
            json.writeStringField("ledger", entry.origin());
            json.writeNumberField("position", entry.position());
            json.writeStringField("id", entry.id().toString());
            json.writeStringField("stream", entry.stream().toString());
            json.writeNumberField("sequence", entry.sequence());
            json.writeStringField("type", entry.event().type());
            json.writeNumberField("revision", entry.event().revision());
            json.writeStringField("recordedAt", Canonical.instant(entry.recordedAt()));
            json.writeStringField("occurredAt", Canonical.instant(entry.occurredAt()));
            json.writeStringField("actor", entry.actor().value());
            json.writeStringField("command", entry.commandId().toString());
            writeOptional(json, "correlation", entry.correlationId());
            writeOptional(json, "reason", entry.reason());
            json.writeFieldName("data");
            json.writeRawValue(entry.event().data());
            json.writeEndObject();
        });
    }

    private static void writeOptional(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    private static void requireMicroseconds(String member, Instant instant) {
        if (!instant.equals(instant.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException(
                    "%s %s is finer than a microsecond; truncate it to microseconds first".formatted(member, instant));
        }
    }

    private static void requireCanonical(EncodedEvent event) {
        try (JsonParser json = Json.own(event.data())) {
            json.nextToken();
            String canonical = Json.canonical(json);
            if (!canonical.equals(event.data()) || !canonical.startsWith("{")) {
                throw new IllegalArgumentException(
                        "the data of %s is no JSON object in canonical form; encode it with an EventCodec"
                                .formatted(event.type()));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the data of %s is no JSON; encode it with an EventCodec".formatted(event.type()), e);
        }
    }

    private static void requireSame(String found, String canonical) throws Flaw {
        if (!found.equals(canonical)) {
            int same = 0;
            while (same < Math.min(found.length(), canonical.length())
                    && found.charAt(same) == canonical.charAt(same)) {
                same++;
            }
            throw new Flaw("character " + same, "from there on it is not in canonical form", null);
        }
    }

    private static String text(byte[] bytes) throws Flaw {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Flaw("", "the bytes are not UTF-8", e);
        }
    }

    private static byte[] utf8(String text) {
        try {
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "a text of the entry contains half of a surrogate pair; use valid Unicode text", e);
        }
    }
}
