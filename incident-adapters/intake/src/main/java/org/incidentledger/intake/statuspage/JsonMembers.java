package org.incidentledger.intake.statuspage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.incidentledger.core.decision.Texts;
import org.incidentledger.core.vocabulary.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object. Members that nobody asks for are passed over; one that is asked for and is missing, of
 * another type or not permitted ends the reading with a line that says where.
 *
 * @param where the file and what the object is, such as {@code f.json: incident 5hjghvwvqztc}
 */
record JsonMembers(String where, JsonNode object) {
    private static final int LAST_YEAR = 9999;

    JsonMembers {
        if (!object.isObject()) {
            throw invalid(where, "here should be an object, not %s".formatted(spoken(object)));
        }
    }

    /** The same object under a more telling name. */
    JsonMembers named(String name) {
        return new JsonMembers(where + ": " + name, object);
    }

    <T> T object(String name, Function<JsonMembers, T> content) {
        JsonNode value = member(name);
        if (value == null) {
            throw missing(name);
        }
        return content.apply(new JsonMembers(where + ": " + name, value));
    }

    String text(String name, int limit) {
        String value = optionalText(name, limit);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    @Nullable
    String optionalText(String name, int limit) {
        JsonNode value = member(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw invalid("'%s' should be a text, not %s".formatted(name, spoken(value)));
        }
        String text = value.textValue();
        if (!Texts.isFit(text)) {
            throw invalid("'%s' contains a NUL or half of a surrogate pair; write valid Unicode text".formatted(name));
        }
        if (text.length() > limit) {
            throw invalid(String.format(
                    Locale.ROOT, "'%s' has %,d characters, the limit is %,d; shorten it", name, text.length(), limit));
        }
        return text;
    }

    /** A text that names something: not blank. */
    String name(String name, int limit) {
        String value = text(name, limit);
        if (value.isBlank()) {
            throw invalid("'%s' is blank; give it a value".formatted(name));
        }
        return value;
    }

    /** A word of an enumeration, which stays as it is written. */
    String word(String name, Collection<? extends Enum<?>> permitted) {
        String value = text(name, Integer.MAX_VALUE);
        if (permitted.stream().noneMatch(constant -> SnakeWords.of(constant).equals(value))) {
            throw invalid("%s '%s' is unknown; use one of: %s"
                    .formatted(name, Quoted.shorten(value), SnakeWords.all(permitted)));
        }
        return value;
    }

    Instant instant(String name) {
        Instant value = optionalInstant(name);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    @Nullable
    Instant optionalInstant(String name) {
        String value = optionalText(name, Integer.MAX_VALUE);
        if (value == null) {
            return null;
        }
        try {
            OffsetDateTime instant = OffsetDateTime.parse(value);
            if (instant.getYear() < 0 || instant.getYear() > LAST_YEAR) {
                throw new DateTimeException("year " + instant.getYear());
            }
            return instant.toInstant();
        } catch (DateTimeException e) {
            throw new InvalidDocumentException(
                    "%s: %s '%s' is no instant; use a form such as 2024-12-20T16:18:00.000Z"
                            .formatted(where, name, Quoted.shorten(value)),
                    e);
        }
    }

    int integer(String name, int otherwise) {
        JsonNode value = member(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw invalid("'%s' should be an integer of 32 bits, not %s".formatted(name, spoken(value)));
        }
        return value.intValue();
    }

    boolean flag(String name) {
        JsonNode value = member(name);
        if (value != null && !value.isBoolean()) {
            throw invalid("'%s' should be true or false, not %s".formatted(name, spoken(value)));
        }
        return value != null && value.booleanValue();
    }

    /** Every element of a list; {@code null} when there is no such list. */
    <T> @Nullable List<T> optionalList(String name, Function<JsonMembers, T> element) {
        JsonNode value = member(name);
        if (value == null) {
            return null;
        }
        if (!value.isArray()) {
            throw invalid("'%s' should be a list, not %s".formatted(name, spoken(value)));
        }
        return value.valueStream()
                .map(node -> element.apply(new JsonMembers(where, node)))
                .toList();
    }

    <T> List<T> list(String name, Function<JsonMembers, T> element) {
        List<T> value = optionalList(name, element);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    InvalidDocumentException invalid(String problem) {
        return invalid(where, problem);
    }

    private InvalidDocumentException missing(String name) {
        return invalid("the member '%s' is missing; Statuspage API v2 requires it".formatted(name));
    }

    private static InvalidDocumentException invalid(String where, String problem) {
        return new InvalidDocumentException(where + ": " + problem);
    }

    private @Nullable JsonNode member(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static String spoken(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case NULL -> "null";
            case MISSING -> "nothing";
            default -> Quoted.shorten(value.toString());
        };
    }
}
