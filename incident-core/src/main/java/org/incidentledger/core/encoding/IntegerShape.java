package org.incidentledger.core.encoding;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** A 32-bit integer, written as a JSON number without fraction and exponent. */
record IntegerShape() implements Shape {
    @Override
    public void write(JsonGenerator json, Object value) throws IOException {
        json.writeNumber((Integer) value);
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        Shape.expect(json, JsonToken.VALUE_NUMBER_INT, "an integer");
        if (json.getNumberType() != JsonParser.NumberType.INT) {
            throw Flaw.at(json, "%s does not fit into 32 bits".formatted(Shown.of(json.getText())));
        }
        return json.getIntValue();
    }
}
