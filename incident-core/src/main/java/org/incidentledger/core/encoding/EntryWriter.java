package org.incidentledger.core.encoding;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.incidentledger.core.ledger.EncodedEvent;
import org.jspecify.annotations.Nullable;

/** Spells an entry. */
final class EntryWriter {
    /** Stands nowhere in JSON: within a string it is escaped. */
    private static final String GAP = "\0";

    private EntryWriter() {}

    /**
     * The entry without its position and the instant of its recording, which are not looked at.
     *
     * @throws IllegalArgumentException when the entry would not be read again
     */
    static UnplacedEntry unplaced(Entry entry) {
        requireInteger("sequence", entry.sequence());
        requireMicroseconds("occurredAt", entry.occurredAt());
        requireType(entry.event());
        requireCanonical(entry.event());
        String text = text(entry, GAP, GAP);
        int position = text.indexOf(GAP);
        int recordedAt = text.indexOf(GAP, position + 1);
        return new UnplacedEntry(
                utf8(text.substring(0, position)),
                utf8(text.substring(position + 1, recordedAt)),
                utf8(text.substring(recordedAt + 1)));
    }

    /** What stands in the first gap. */
    static byte[] position(long position) {
        requireInteger("position", position);
        return EntryScanner.ascii(Long.toString(position));
    }

    /** What stands in the second gap. */
    static byte[] recordedAt(Instant instant) {
        requireMicroseconds("recordedAt", instant);
        return EntryScanner.ascii(quoted(instant));
    }

    /** The spelling, when nothing is known to be wrong with the members. */
    static String text(Entry entry) {
        return text(entry, Long.toString(entry.position()), quoted(entry.recordedAt()));
    }

    private static String quoted(Instant instant) {
        return '"' + Canonical.instant(instant) + '"';
    }

    private static String text(Entry entry, String position, String recordedAt) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("v", EntryFormat.VERSION);
            json.writeStringField("ledger", entry.origin());
            json.writeFieldName("position");
            json.writeRawValue(position);
            json.writeStringField("id", entry.id().toString());
            json.writeStringField("stream", entry.stream().toString());
            json.writeNumberField("sequence", entry.sequence());
            json.writeStringField("type", entry.event().type());
            json.writeNumberField("revision", entry.event().revision());
            json.writeFieldName("recordedAt");
            json.writeRawValue(recordedAt);
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

    private static void requireInteger(String member, long value) {
        if (value < 0 || value > EntryReader.INTEGER_MAX) {
            throw new IllegalArgumentException(
                    "the %s %s is not within 0 and %s".formatted(member, value, EntryReader.INTEGER_MAX));
        }
    }

    private static void requireType(EncodedEvent event) {
        if (!EntryReader.TYPE.matcher(event.type()).matches() || event.revision() < 1) {
            throw new IllegalArgumentException(
                    "'%s' in revision %s is no type of event; use words such as incident.contained, revisions count from 1"
                            .formatted(Shown.of(event.type()), event.revision()));
        }
    }

    private static void requireMicroseconds(String member, Instant instant) {
        if (!instant.equals(instant.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException(
                    "%s %s is finer than a microsecond; truncate it to microseconds first".formatted(member, instant));
        }
    }

    private static void requireCanonical(EncodedEvent event) {
        if (PlainSpelling.isObject(event.data())) {
            return;
        }
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

    private static byte[] utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // Half a pair comes back as something else. Several times as fast as an encoder that reports it.
        if (!new String(bytes, StandardCharsets.UTF_8).equals(text)) {
            throw new IllegalArgumentException(
                    "a text of the entry contains half of a surrogate pair; use valid Unicode text");
        }
        return bytes;
    }
}
