package org.incidentledger.core.encoding;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** {@code true} or {@code false}. */
record BooleanShape() implements Shape {
    @Override
    public void write(JsonGenerator json, Object value) throws IOException {
        json.writeBoolean((Boolean) value);
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_TRUE) {
            Shape.expect(json, JsonToken.VALUE_FALSE, "true or false");
        }
        return json.getBooleanValue();
    }
}
