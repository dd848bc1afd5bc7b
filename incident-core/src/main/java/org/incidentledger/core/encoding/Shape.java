package org.incidentledger.core.encoding;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * How values of one Java type look as JSON. There is one spelling of each value: whatever {@link #read} accepts, {@link
 * #write} writes again (escapes in strings aside, which {@link EntryFormat} checks).
 */
interface Shape {
    void write(JsonGenerator json, Object value) throws IOException;

    /**
     * The value that begins at the token the parser stands on; leaves the parser on the value's last token.
     *
     * @throws Flaw when the JSON does not have this shape
     */
    Object read(JsonParser json) throws IOException;

    /** Throws a flaw unless the parser stands on a token of this kind. */
    static void expect(JsonParser json, JsonToken expected, String spoken) throws IOException {
        if (json.currentToken() != expected) {
            throw Flaw.at(json, "%s was expected, found %s".formatted(spoken, found(json)));
        }
    }

    private static String found(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case null -> "the end";
            case START_OBJECT, END_OBJECT -> "an object";
            case START_ARRAY, END_ARRAY -> "an array";
            case VALUE_STRING -> "the string '%s'".formatted(Shown.of(json.getText()));
            default -> Shown.of(json.getText());
        };
    }
}
