package org.incidentledger.core.encoding;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.incidentledger.core.ledger.StoredEntry;

/**
 * What an entry of the type {@value #TYPE} says: from here on another key signs the checkpoints of the ledger.
 *
 * @param oldKey the verifier key that signed so far, as text
 * @param newKey the verifier key that signs from now on, as text
 */
public record KeyRotation(String oldKey, String newKey) {
    /** The stable name of the event. */
    public static final String TYPE = "ledger.key-rotated";

    private static final int REVISION = 1;

    /** @throws EncodingException when the entry is not one of this type, in a revision that is known */
    public static KeyRotation read(StoredEntry stored) {
        Entry entry = EntryFormat.read(stored);
        if (!entry.event().type().equals(TYPE)) {
            throw broken(entry, new Flaw("/type", "it is not of the type " + TYPE, null));
        }
        if (entry.event().revision() != REVISION) {
            throw new EncodingException.UnknownRevision(
                    entry.position(), TYPE, entry.event().revision(), REVISION);
        }
        try (JsonParser json = Json.stored(entry.event().data())) {
            json.nextToken();
            String oldKey = member(json, "old");
            String newKey = member(json, "new");
            if (json.nextToken() != JsonToken.END_OBJECT) {
                throw Flaw.at(json, "something follows the keys");
            }
            return new KeyRotation(oldKey, newKey);
        } catch (IOException e) {
            throw broken(entry, Flaw.below("/data", e));
        }
    }

    private static String member(JsonParser json, String name) throws IOException {
        if (json.nextToken() != JsonToken.FIELD_NAME || !name.equals(json.currentName())) {
            throw Flaw.at(json, "the member %s was expected".formatted(name));
        }
        json.nextToken();
        Shape.expect(json, JsonToken.VALUE_STRING, "a string");
        return json.getText();
    }

    private static EncodingException broken(Entry entry, Flaw flaw) {
        return new EncodingException.BrokenEntry(entry.position(), entry.event().type(), flaw);
    }
}
