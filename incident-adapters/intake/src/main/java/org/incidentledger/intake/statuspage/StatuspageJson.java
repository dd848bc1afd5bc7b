package org.incidentledger.intake.statuspage;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.TimeZone;

/** How Jackson reads and writes documents: nothing larger, deeper or more ambiguous than a status page ever is. */
final class StatuspageJson {
    private static final int MAX_NESTING = 50;
    private static final String INSTANT = "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'";
    private static final ObjectMapper WRITER = writer();

    private StatuspageJson() {}

    static String write(Record document) {
        try {
            return WRITER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document of records cannot be written", e);
        }
    }

    static ObjectMapper reader(ReadLimits limits) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxDocumentLength(limits.fileBytes())
                                .maxStringLength(limits.textCharacters())
                                .maxNestingDepth(MAX_NESTING)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .build();
    }

    private static ObjectMapper writer() {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        mapper.configOverride(Instant.class)
                .setFormat(JsonFormat.Value.forPattern(INSTANT).withTimeZone(TimeZone.getTimeZone("UTC")));
        return mapper;
    }
}
