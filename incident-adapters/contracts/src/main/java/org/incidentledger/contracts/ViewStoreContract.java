package org.incidentledger.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.incidentledger.projections.replay.ViewStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store of views does. */
public abstract class ViewStoreContract {
    private static final String VIEW = "timeline";
    private static final int MANY = 1_500;

    @SuppressWarnings("NullAway.Init") // made before each test
    private ViewStore store;

    /** Makes an empty store. */
    protected abstract ViewStore create();

    /** Makes the store of this test. */
    @BeforeEach
    void begin() {
        store = create();
    }

    private void put(String key, String document) {
        store.put(VIEW, key, document.getBytes(UTF_8));
    }

    private List<String> all(String view) {
        List<String> found = new ArrayList<>();
        store.forEach(view, (key, document) -> found.add(key + "=" + new String(document, UTF_8)));
        return found;
    }

    @Nested
    class A_document {
        @Test
        void is_given_back_byte_for_byte() {
            byte[] document = {0, -1, 127, -128, 10, 13};
            store.put(VIEW, "key", document);
            assertThat(store.get(VIEW, "key")).hasValue(document);
        }

        @Test
        void may_be_empty_or_large() {
            byte[] large = "é".repeat(2_000_000).getBytes(UTF_8);
            store.put(VIEW, "empty", new byte[0]);
            store.put(VIEW, "large", large);
            assertThat(store.get(VIEW, "empty")).hasValue(new byte[0]);
            assertThat(store.get(VIEW, "large")).hasValue(large);
        }

        @Test
        void takes_the_place_of_the_one_before() {
            put("key", "one");
            put("key", "two");
            assertThat(all(VIEW)).containsExactly("key=two");
        }

        @Test
        void is_gone_once_it_was_removed() {
            put("key", "one");
            store.remove(VIEW, "key");
            store.remove(VIEW, "never-there");
            assertThat(store.get(VIEW, "key")).isEmpty();
            assertThat(all(VIEW)).isEmpty();
        }

        @Test
        void is_found_under_exactly_its_key_and_view() {
            put("key", "one");
            assertThat(store.get(VIEW, "KEY")).isEmpty();
            assertThat(store.get(VIEW, "key ")).isEmpty();
            assertThat(store.get("TIMELINE", "key")).isEmpty();
        }
    }

    @Nested
    class All_documents {
        @Test
        void come_in_the_order_of_their_keys_by_code_point() {
            // In UTF-16 the last two would change places; in most languages the letters would.
            List<String> keys = List.of("", "A", "B", "a", "a.b", "a/b", "aa", "b", "ä", "\uFB01", "\uD83D\uDE00");
            keys.reversed().forEach(key -> put(key, "d"));
            assertThat(all(VIEW))
                    .containsExactlyElementsOf(
                            keys.stream().map(key -> key + "=d").toList());
        }

        @Test
        void are_those_of_one_view() {
            put("key", "mine");
            store.put("audit", "key", new byte[] {'x'});
            assertThat(all(VIEW)).containsExactly("key=mine");
            assertThat(all("none")).isEmpty();
        }

        @Test
        void may_be_many() {
            for (int i = 0; i < MANY; i++) {
                put("%019d".formatted(i), "d" + i);
            }
            assertThat(all(VIEW)).hasSize(MANY).startsWith("0000000000000000000=d0");
        }

        @Test
        void are_gone_once_their_view_was_cleared() {
            put("key", "one");
            store.put("audit", "key", new byte[] {'x'});
            store.clear(VIEW);
            assertThat(all(VIEW)).isEmpty();
            assertThat(all("audit")).containsExactly("key=x");
        }
    }
}
