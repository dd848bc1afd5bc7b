package org.incidentledger.core.encoding;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.EncodedEvent;
import org.incidentledger.core.ledger.StreamId;
import org.jspecify.annotations.Nullable;

/** Reads the members of one entry in their order. */
final class EntryReader {
    /** The largest integer that every JSON reader holds exactly. */
    static final long INTEGER_MAX = (1L << 53) - 1;

    static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,39}(\\.[a-z][a-z0-9-]{0,39}){1,3}");

    private final long expectedPosition;
    private @Nullable String type;

    EntryReader(long expectedPosition) {
        this.expectedPosition = expectedPosition;
    }

    /** The type of the event, once it has been read. */
    @Nullable
    String type() {
        return type;
    }

    /** @throws IOException when the text is not that of an entry; its spelling is not judged here */
    Entry read(String text) throws IOException {
        try (JsonParser json = Json.stored(text)) {
            json.nextToken();
            Shape.expect(json, JsonToken.START_OBJECT, "an object");
            json.nextToken();
            requireVersion(json);
            Entry entry = members(json);
            if (json.nextToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                throw Flaw.at(json, "something follows the data");
            }
            return entry;
        }
    }

    private Entry members(JsonParser json) throws IOException {
        String origin = required(json, "ledger", Function.identity());
        long position = position(json);
        UUID id = required(json, "id", UUID::fromString);
        StreamId stream = required(json, "stream", StreamId::parse);
        long sequence = integer(json, "sequence", 0, INTEGER_MAX);
        String name = required(json, "type", EntryReader::typeName);
        type = name;
        int revision = (int) integer(json, "revision", 1, Integer.MAX_VALUE);
        Instant recordedAt = required(json, "recordedAt", Canonical::instant);
        Instant occurredAt = required(json, "occurredAt", Canonical::instant);
        ActorRef actor = required(json, "actor", ActorRef::new);
        UUID command = required(json, "command", UUID::fromString);
        UUID correlation = optional(json, "correlation", UUID::fromString);
        String reason = optional(json, "reason", Function.identity());
        EncodedEvent event = new EncodedEvent(name, revision, data(json));
        return new Entry(
                origin,
                position,
                id,
                stream,
                sequence,
                event,
                recordedAt,
                occurredAt,
                actor,
                command,
                correlation,
                reason);
    }

    private static void requireVersion(JsonParser json) throws IOException {
        long version = integer(json, "v", 0, INTEGER_MAX);
        if (version != EntryFormat.VERSION) {
            throw new Flaw(
                    "/v",
                    "it is written in format %s, this version of the library reads format %s; use a newer version"
                            .formatted(version, EntryFormat.VERSION),
                    null);
        }
    }

    private long position(JsonParser json) throws IOException {
        long position = integer(json, "position", 0, INTEGER_MAX);
        if (position != expectedPosition) {
            throw new Flaw("/position", "it says that its position is %s".formatted(position), null);
        }
        return position;
    }

    private static String typeName(String text) {
        if (!TYPE.matcher(text).matches()) {
            throw new IllegalArgumentException("'%s' is no type of event".formatted(Shown.of(text)));
        }
        return text;
    }

    private static String data(JsonParser json) throws IOException {
        requireName(json, "data");
        Shape.expect(json, JsonToken.START_OBJECT, "an object");
        return Json.canonical(json);
    }

    private static <T> @Nullable T optional(JsonParser json, String name, Function<String, T> parse)
            throws IOException {
        return json.currentToken() == JsonToken.FIELD_NAME && name.equals(json.currentName())
                ? required(json, name, parse)
                : null;
    }

    private static <T> T required(JsonParser json, String name, Function<String, T> parse) throws IOException {
        requireName(json, name);
        Shape.expect(json, JsonToken.VALUE_STRING, "a string");
        try {
            T value = parse.apply(json.getText());
            json.nextToken();
            return value;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Flaw.at(json, String.valueOf(e.getMessage()));
        }
    }

    private static long integer(JsonParser json, String name, long min, long max) throws IOException {
        requireName(json, name);
        Shape.expect(json, JsonToken.VALUE_NUMBER_INT, "an integer");
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || json.getLongValue() < min
                || json.getLongValue() > max) {
            throw Flaw.at(json, "%s is not within %s and %s".formatted(Shown.of(json.getText()), min, max));
        }
        long value = json.getLongValue();
        json.nextToken();
        return value;
    }

    /** Steps from the name of a member to its value. */
    private static void requireName(JsonParser json, String name) throws IOException {
        if (json.currentToken() != JsonToken.FIELD_NAME || !name.equals(json.currentName())) {
            throw Flaw.at(json, "the member %s was expected".formatted(name));
        }
        json.nextToken();
    }
}
