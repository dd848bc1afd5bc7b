package org.incidentledger.core.encoding;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** A value written as a JSON string. */
record TextShape<T>(Class<T> type, Function<T, String> text, Function<String, T> parse) implements Shape {
    @Override
    public void write(JsonGenerator json, Object value) throws IOException {
        json.writeString(Canonical.text(text.apply(type.cast(value))));
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        Shape.expect(json, JsonToken.VALUE_STRING, "a string");
        String found = json.getText();
        try {
            T value = parse.apply(found);
            String canonical = text.apply(value);
            if (!canonical.equals(found)) {
                throw Flaw.at(json, "'%s' must be spelt '%s'".formatted(Shown.of(found), Shown.of(canonical)));
            }
            return value;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Flaw.at(json, String.valueOf(e.getMessage()));
        }
    }
}
