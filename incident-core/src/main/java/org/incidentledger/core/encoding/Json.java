package org.incidentledger.core.encoding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.incidentledger.core.decision.Limits;

/**
 * The one way in which this package writes and reads JSON.
 *
 * <p>Strings are escaped as RFC 8785 has it: only quotation mark, backslash and characters below U+0020. Nothing is ever
 * bound to a class that the JSON names.
 */
final class Json {
    /** Deeper than the data of any event (5), far below what a stack bears. */
    private static final int NESTING_MAX = 20;

    /** Longer than any name of a member (18). */
    private static final int NAME_MAX = 64;

    /** More digits than a 64-bit integer has (20). */
    private static final int NUMBER_MAX = 24;

    private static final JsonFactory STORED = factory(constraints(NESTING_MAX)
            .maxStringLength(Limits.ENTRY_BYTES)
            .maxDocumentLength(Limits.ENTRY_BYTES)
            .build());

    /** Shapes read members in their order, so that none can come twice: nothing need look for those. */
    private static final JsonFactory IN_ORDER = STORED.rebuild()
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** For data, one level within its entry. Any length will do: the size of an entry is judged by whoever appends it. */
    private static final JsonFactory OWN = factory(
            constraints(NESTING_MAX - 1).maxStringLength(Integer.MAX_VALUE).build());

    /** Loaded only when data in an old revision is met: it takes longer than everything else here. */
    private static final class Tree {
        static final ObjectReader READER = new ObjectMapper(STORED).reader();
    }

    private Json() {}

    /** A parser of what was stored: within the limits of an entry, duplicate members refused. */
    static JsonParser stored(String text) throws IOException {
        return STORED.createParser(text);
    }

    /** A parser of what was stored, for members that have an order. */
    static JsonParser within(byte[] bytes, int from, int to) throws IOException {
        return IN_ORDER.createParser(bytes, from, to - from);
    }

    /** A parser of data that is about to be stored: as strict, but of any length. */
    static JsonParser own(String text) throws IOException {
        return OWN.createParser(text);
    }

    /** Reads data that is to be changed before it is understood. */
    static ObjectReader tree() {
        return Tree.READER;
    }

    /** What the writer writes, without white space. */
    static String text(Writer writer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = STORED.createGenerator(text)) {
            writer.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    /** The value that the parser stands on, as this package would have written it. */
    static String canonical(JsonParser json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = STORED.createGenerator(text)) {
            copy.copyCurrentStructure(json);
        }
        return text.toString();
    }

    /** Something that writes JSON. */
    interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    private static StreamReadConstraints.Builder constraints(int nestingMax) {
        return StreamReadConstraints.builder()
                .maxNestingDepth(nestingMax)
                .maxNameLength(NAME_MAX)
                .maxNumberLength(NUMBER_MAX);
    }

    private static JsonFactory factory(StreamReadConstraints constraints) {
        return JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .build();
    }
}
