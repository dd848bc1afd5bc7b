package org.incidentledger.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.incident.ContainmentEvent.IncidentContained;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.Draft;
import org.incidentledger.core.ledger.EncodedEvent;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryFormatTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:01.000002Z");
    private static final EncodedEvent EVENT = new EventCodec().encode(new IncidentContained("Keys replaced."));
    private static final Entry ENTRY = Entries.of(17, EVENT);

    @Test
    void an_entry_with_everything_has_these_bytes() {
        new GoldenFile("entry.golden.json").assertHolds(text(EntryFormat.write(ENTRY)));
        assertThat(EntryFormat.read(new StoredEntry(17, EntryFormat.write(ENTRY))))
                .isEqualTo(ENTRY);
    }

    @Test
    void an_entry_with_as_little_as_possible_has_these_bytes() {
        Entry least = new Entry(
                ENTRY.origin(),
                (1L << 53) - 1,
                ENTRY.id(),
                ENTRY.stream(),
                0,
                ENTRY.event(),
                ENTRY.recordedAt(),
                ENTRY.occurredAt(),
                ActorRef.SYSTEM,
                ENTRY.commandId(),
                null,
                null);
        byte[] bytes = EntryFormat.write(least);
        new GoldenFile("entry.least.golden.json").assertHolds(text(bytes));
        assertThat(EntryFormat.read(new StoredEntry(least.position(), bytes))).isEqualTo(least);
    }

    @Test
    void the_drafts_of_an_append_follow_each_other_in_their_stream() {
        Append append = append(EVENT, EVENT, EVENT);
        Entry third = EntryFormat.read(new StoredEntry(42, EntryFormat.write("o", 42, NOW, append, 2)));
        assertThat(third.sequence()).isEqualTo(append.expectedSequence() + 2);
        assertThat(third.id()).isEqualTo(append.drafts().get(2).id());
        assertThat(third.commandId()).isEqualTo(append.header().commandId());
        assertThat(third.actor()).isEqualTo(append.header().actor());
        assertThat(third.occurredAt()).isEqualTo(append.header().occurredAt());
        assertThat(third.correlationId()).isEqualTo(append.header().correlationId());
        assertThat(third.reason()).isEqualTo(append.header().reason());
    }

    @Test
    void an_entry_of_the_largest_size_is_read_and_one_byte_more_is_not() {
        int frame = EntryFormat.write(Entries.of(17, encoded(""))).length;
        byte[] largest = EntryFormat.write(Entries.of(17, encoded("x".repeat(Limits.ENTRY_BYTES - frame))));
        byte[] larger = EntryFormat.write(Entries.of(17, encoded("x".repeat(Limits.ENTRY_BYTES - frame + 1))));
        assertThat(largest).hasSize(65_535);
        assertThat(EntryFormat.read(new StoredEntry(17, largest)).position()).isEqualTo(17);
        assertThat(larger).hasSize(65_536);
        Broken.reading(17, larger).withMessageContaining("65536 bytes").withMessageContaining("65535");
    }

    @Test
    void a_text_far_larger_than_an_entry_is_written_so_that_its_size_can_be_told() {
        assertThat(EntryFormat.write(Entries.of(17, encoded("\u0001".repeat(5_000_000)))))
                .hasSizeGreaterThan(30_000_000);
    }

    @Test
    void an_event_of_an_unknown_type_still_shows_who_and_when() {
        EncodedEvent newer = new EncodedEvent("incident.newer-than-this", 7, "{\"a\":[1,{\"b\":null}],\"c\":1.5}");
        Entry entry = Entries.of(17, newer);
        assertThat(EntryFormat.read(new StoredEntry(17, EntryFormat.write(entry))))
                .isEqualTo(entry);
    }

    @Nested
    class Nothing_is_written_that_would_not_be_read {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " {}",
                    "{} ",
                    "{}{}",
                    "[]",
                    "1",
                    "{",
                    "{\"a\": 1}",
                    "{\"a\":1,\"a\":2}",
                    "{\"a\":\"\\u0041\"}",
                    "{\"a\":\"\\/\"}",
                    "{\"a\":1.50}",
                    "{\"a\":-0}",
                    "{\"a\":NaN}",
                    "{\"a\":\"\\u001F\"}",
                    "{a:1}"
                })
        void data_that_is_no_object_in_canonical_form(String data) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> write(new EncodedEvent("incident.contained", 1, data)))
                    .withMessageContaining("incident.contained")
                    .withMessageContaining("EventCodec");
        }

        @Test
        void data_nested_deeper_than_a_reader_goes() {
            write(new EncodedEvent("incident.contained", 1, nested(18)));
            EntryFormat.read(new StoredEntry(0, write(new EncodedEvent("incident.contained", 1, nested(18)))));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> write(new EncodedEvent("incident.contained", 1, nested(19))));
        }

        @Test
        void half_of_a_surrogate_pair() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> write(new EncodedEvent("incident.contained", 1, "{\"summary\":\"\ud83d\"}")))
                    .withMessageContaining("surrogate");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "incident", "Incident.contained", "incident.contained ", "a.b.c.d.e", "incident."})
        void the_name_of_a_type_that_is_none(String type) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> write(new EncodedEvent(type, 1, "{}")))
                    .withMessageContaining("'" + type + "'");
        }

        @Test
        void a_revision_before_the_first() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> write(new EncodedEvent("incident.contained", 0, "{}")))
                    .withMessageContaining("revision 0");
        }

        @Test
        void an_instant_finer_than_a_microsecond() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EntryFormat.write("o", 0, NOW.plusNanos(1), append(EVENT), 0))
                    .withMessageContaining("2026-11-22T03:00:01.000002001Z")
                    .withMessageContaining("truncate");
        }

        @ParameterizedTest
        @ValueSource(longs = {-1, 1L << 53})
        void a_position_that_not_every_reader_holds_exactly(long position) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EntryFormat.write("o", position, NOW, append(EVENT), 0))
                    .withMessageContaining(Long.toString(position));
        }

        private byte[] write(EncodedEvent event) {
            return EntryFormat.write("o", 0, NOW, append(event), 0);
        }

        private String nested(int depth) {
            return "{\"a\":".repeat(depth) + "{}" + "}".repeat(depth);
        }
    }

    private static EncodedEvent encoded(String summary) {
        return new EventCodec().encode(new IncidentContained(summary));
    }

    private static Append append(EncodedEvent... events) {
        CommandHeader header = new CommandHeader(
                new UUID(1, 2), new ActorRef("staff/7f3a"), NOW.minusSeconds(60), NOW, new UUID(3, 4), "said so");
        List<Draft> drafts = IntStream.range(0, events.length)
                .mapToObj(i -> new Draft(new UUID(5, i), events[i]))
                .toList();
        return new Append(new StreamId("incident", "2026-11-0042"), 5, header, drafts);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
