package org.incidentledger.core.encoding;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A list, written as a JSON array, also when it is empty. */
record ListShape(Shape element) implements Shape {
    @Override
    public void write(JsonGenerator json, Object value) throws IOException {
        json.writeStartArray();
        for (Object each : (List<?>) value) {
            element.write(json, each);
        }
        json.writeEndArray();
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        Shape.expect(json, JsonToken.START_ARRAY, "an array");
        List<Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(element.read(json));
        }
        return elements;
    }
}
