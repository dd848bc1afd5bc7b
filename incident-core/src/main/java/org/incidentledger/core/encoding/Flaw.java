package org.incidentledger.core.encoding;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is wrong with a piece of JSON, and where; a reader of entries turns it into an {@link EncodingException}. */
final class Flaw extends IOException {
    private static final long serialVersionUID = 1L;

    private final String where;

    Flaw(String where, String problem, @Nullable Throwable cause) {
        super(Shown.of(problem), cause);
        this.where = Shown.of(where);
    }

    /** At the token that the parser stands on. */
    static Flaw at(JsonParser json, String problem) {
        return new Flaw(json.getParsingContext().pathAsPointer().toString(), problem, null);
    }

    /** A flaw that lies below another place; what the JSON library objected to lies at a character of that place. */
    static Flaw below(String place, IOException cause) {
        return switch (cause) {
            case Flaw flaw -> new Flaw(place + flaw.where, String.valueOf(flaw.getMessage()), flaw);
            case JsonProcessingException refused ->
                new Flaw(location(place, refused), refused.getOriginalMessage(), refused);
            default -> throw new IllegalStateException("reading from memory failed", cause);
        };
    }

    /** A JSON pointer or a place in the text; empty when the whole is wrong. */
    String where() {
        return where;
    }

    private static String location(String place, JsonProcessingException refused) {
        long character =
                refused.getLocation() == null ? -1 : refused.getLocation().getCharOffset();
        String prefix = place.isEmpty() ? "" : place + ", ";
        return character < 0 ? prefix + "an unknown character" : prefix + "character " + character;
    }
}
