package org.incidentledger.core.encoding;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.incidentledger.core.vocabulary.Words;

/** A constant of an enumeration, written as its word. */
final class WordShape implements Shape {
    private final Map<String, Object> constants = new LinkedHashMap<>();

    WordShape(Object[] constants) {
        for (Object constant : constants) {
            this.constants.put(Words.of((Enum<?>) constant), constant);
        }
    }

    @Override
    public void write(JsonGenerator json, Object value) throws IOException {
        json.writeString(Words.of((Enum<?>) value));
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        Shape.expect(json, JsonToken.VALUE_STRING, "a string");
        Object constant = constants.get(json.getText());
        if (constant == null) {
            throw Flaw.at(
                    json,
                    "'%s' is no word for it; use one of: %s"
                            .formatted(Shown.of(json.getText()), String.join(", ", constants.keySet())));
        }
        return constant;
    }
}
