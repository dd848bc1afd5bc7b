package org.incidentledger.core.ledger;

import org.incidentledger.core.vocabulary.Identifier;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;

/**
 * Names the stream of one aggregate, written {@code category/id}.
 *
 * @param category what kind of aggregate it is, such as {@code incident}
 */
public record StreamId(String category, String id) {
    /** @throws InvalidValueException unless both parts are valid identifiers */
    public StreamId {
        Identifier.require("category of a stream", category);
        Identifier.require("id of a stream", id);
    }

    /** @throws InvalidValueException unless the text is {@code category/id} */
    public static StreamId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new InvalidValueException("'%s' is no stream; use category/id".formatted(Quoted.shorten(text)));
        }
        return new StreamId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return category + "/" + id;
    }
}
