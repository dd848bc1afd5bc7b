package org.incidentledger.core.encoding;

import java.nio.charset.StandardCharsets;
import org.incidentledger.core.incident.ContainmentEvent.IncidentContained;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryReadingTest {
    private static final String ENTRY = new String(
            EntryFormat.write(Entries.of(17, new EventCodec().encode(new IncidentContained("Keys replaced.")))),
            StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            "v":1                      | "v":2                       | /v        | newer version
            "v":1                      | "v":"1"                     | /v        | an integer was expected
            "position":17              | "position":18               | /position | its position is 18
            "position":17              | "position":1.7e1            | /position | an integer was expected
            "sequence":3               | "sequence":-3               | /sequence | is not within 0 and 9007199254740991
            "sequence":3               | "sequence":9007199254740992 | /sequence | is not within 0 and
            "sequence":3               | "sequence":99999999999999999999 | /sequence | is not within 0 and
            "sequence":3               | "sequence":null             | /sequence | found null
            "revision":1               | "revision":4294967297       | /revision | is not within 1 and 2147483647
            "revision":1               | "revision":0       | /revision | is not within 1 and 2147483647
            "stream":"incident/        | "stream":"incident          | /stream   | use category/id
            "actor":"staff/7f3a"       | "actor":"ann@example.org"   | /actor    | no actor reference
            "actor":"staff/7f3a"       | "actor":["staff/7f3a"]      | /actor    | found an array
            "recordedAt":"2026-11-22T  | "recordedAt":"2026-13-22T   | /recordedAt | 2026-13-22
            "recordedAt":              | "recordedat":               | /recordedat | the member recordedAt was expected
            "command":                 | "extra":1,"command":        | /extra    | the member command was expected
            "type":"incident.contained" | "type":"Incident"          | /type     | 'Incident' is no type of event
            "id":"3f0a3c0e-            | "id":"3f0a3c0e              | /id       | UUID
            "data":{                   | "data":[],"more":{          | /data     | an object was expected
            "summary":                 | "summary":"","summary":     | character | Duplicate field 'summary'
            """, delimiter = '|')
    void a_member_that_is_not_as_it_must_be_is_named(String sound, String broken, String where, String problem) {
        Broken.reading(17, ENTRY.replace(sound, broken))
                .withMessageContaining(where)
                .withMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"reason\":\"the", "\"correlation\":\"", "\"occurredAt\":\"2026-11-22T", "\"data\":{\"summary\""
            })
    void white_space_between_tokens_is_not_canonical(String place) {
        Broken.reading(17, ENTRY.replace(place, place.replace("\":", "\": ")))
                .withMessageContaining("is not in canonical form");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            02:59:00.000000Z | 02:59:00.000000+00:00
            02:59:00.000000Z | 02:59:00Z
            3f0a3c0e-6d0b    | 3F0A3C0E-6d0b
            3f0a3c0e-6d0b    | 03f0a3c0e-6d0b
            Keys             | \\u004beys
            staff/7f3a       | staff\\/7f3a
            "v":1            | "v":01
            """)
    void another_spelling_of_the_same_value_is_refused(String canonical, String other) {
        Broken.reading(17, ENTRY.replace(canonical, other));
    }

    @Test
    void what_follows_the_entry_is_refused() {
        Broken.reading(17, ENTRY + "{}").withMessageContaining("something follows");
        Broken.reading(17, ENTRY + "\n").withMessageContaining("not in canonical form");
        Broken.reading(17, ENTRY.replace("}}", "},\"z\":1}")).withMessageContaining("something follows");
    }

    @Nested
    class Bytes_that_are_no_text {
        @Test
        void half_of_a_character() {
            byte[] bytes = ENTRY.getBytes(StandardCharsets.UTF_8);
            bytes[ENTRY.indexOf("7f3a")] = (byte) 0xC3;
            Broken.reading(17, bytes).withMessageContaining("not UTF-8");
        }

        @Test
        void another_encoding_or_a_byte_order_mark() {
            Broken.reading(17, ENTRY.getBytes(StandardCharsets.UTF_16LE));
            Broken.reading(17, "\ufeff" + ENTRY);
        }

        @Test
        void half_of_a_surrogate_pair_in_an_escape() {
            Broken.reading(17, ENTRY.replace("Keys", "\\ud83d")).withMessageContaining("not in canonical form");
        }

        @Test
        void nothing_at_all() {
            Broken.reading(17, "").withMessageContaining("found the end");
        }
    }
}
