package org.incidentledger.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainSpellingTest {
    private static final int EVENTS_EACH = 50;
    private static final int CHANGES_EACH = 40;

    private final EventCodec codec = new EventCodec();

    /** As a parser sees it that spells it once more. */
    private static boolean isCanonicalObject(String text) {
        try (JsonParser json = Json.own(text)) {
            json.nextToken();
            return Json.canonical(json).equals(text) && text.startsWith("{");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void events_without_escapes_are_recognized() {
        RandomEvents random = new RandomEvents(Seed.announced("plain spelling of events"));
        for (Class<?> type : DomainEvents.all()) {
            for (int i = 0; i < EVENTS_EACH; i++) {
                String data = codec.encode(random.next(type)).data();
                assertThat(PlainSpelling.isObject(data) || data.contains("\\") || hasLongNumber(data))
                        .as(data)
                        .isTrue();
            }
        }
    }

    private static boolean hasLongNumber(String data) {
        return data.matches("(?s).*\\d{19}.*");
    }

    @Test
    void nothing_is_recognized_that_a_parser_would_spell_otherwise() {
        long seed = Seed.announced("spelling that is changed");
        RandomEvents random = new RandomEvents(seed);
        Random changes = new Random(seed);
        int recognized = 0;
        for (Class<?> type : DomainEvents.all()) {
            for (int i = 0; i < EVENTS_EACH; i++) {
                String data = codec.encode(random.next(type)).data();
                for (int k = 0; k < CHANGES_EACH; k++) {
                    String changed = changed(data, changes);
                    if (PlainSpelling.isObject(changed)) {
                        recognized++;
                        assertThat(isCanonicalObject(changed)).as(changed).isTrue();
                    }
                }
            }
        }
        assertThat(recognized).isPositive();
    }

    private static String changed(String data, Random random) {
        int from = random.nextInt(data.length() + 1);
        int to = random.nextBoolean() ? from : Math.min(data.length(), from + 1 + random.nextInt(8));
        String inserted = switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> JsonTokens.any(random);
            default -> data.substring(Math.min(from, to / 2), to);
        };
        return data.substring(0, from) + inserted + data.substring(to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":0}",
                "{\"a\":-1,\"ab\":[],\"b\":[true,false,null,{\"a\":\"\"}]}",
                "{\"a\":999999999999999999}",
                "{\"é\":\"\u007f\u2028👩‍🚒\"}",
            })
    void is_plain(String text) {
        assertThat(PlainSpelling.isObject(text)).isTrue();
        assertThat(isCanonicalObject(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"a\"",
                "1",
                "{",
                "{}}",
                "{} ",
                " {}",
                "{ }",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1 }",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"c\":2,\"b\":3}}",
                "{\"a\":01}",
                "{\"a\":-0}",
                "{\"a\":-}",
                "{\"a\":+1}",
                "{\"a\":1e3}",
                "{\"a\":[1,]}",
                "{\"a\":[1 ,2]}",
                "{\"a\":tru}",
                "{\"a\":NaN}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"b}",
                "{'a':1}",
                "{a:1}",
            })
    void is_not(String text) {
        assertThat(PlainSpelling.isObject(text)).isFalse();
        assertThat(isCanonicalObject(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1.0}", "{\"a\":\"\\n\"}", "{\"a\":9223372036854775807}"})
    void is_left_open(String text) {
        assertThat(PlainSpelling.isObject(text)).isFalse();
        assertThat(isCanonicalObject(text)).isTrue();
    }
}
