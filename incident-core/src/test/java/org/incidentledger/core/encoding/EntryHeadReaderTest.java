package org.incidentledger.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.incidentledger.core.ledger.StoredEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryHeadReaderTest {
    private static final String ORIGIN = "ledger.example.org/incidents";

    private final EntryHeadReader reader = new EntryHeadReader(ORIGIN);
    private final EventCodec codec = new EventCodec();

    private static EntryHead head(Entry entry) {
        return new EntryHead(
                entry.origin(),
                entry.stream().toString(),
                entry.sequence(),
                entry.event().type(),
                Canonical.instant(entry.recordedAt()));
    }

    @Test
    void a_head_is_that_of_the_whole_entry() {
        RandomEvents random = new RandomEvents(Seed.announced("heads of entries"));
        for (Class<?> type : DomainEvents.all()) {
            Entry entry = Entries.of(17, codec.encode(random.next(type)));
            assertThat(reader.read(new StoredEntry(17, EntryFormat.write(entry))))
                    .isEqualTo(head(entry));
        }
    }

    @Test
    void a_head_of_another_ledger_is_read_too() {
        Entry entry = Entries.of(
                17, codec.encode(new RandomEvents(1).next(DomainEvents.all().getFirst())));
        assertThat(new EntryHeadReader("a \"name\"").read(new StoredEntry(17, EntryFormat.write(entry))))
                .isEqualTo(head(entry));
    }

    /** What lies behind the head is not looked at, so it may be read where the whole entry is refused; never the other way. */
    @Test
    void a_damaged_head_is_refused_or_the_same_as_that_of_the_entry() {
        long seed = Seed.announced("damaged heads");
        Random random = new Random(seed);
        byte[] whole = EntryFormat.write(Entries.of(
                17, codec.encode(new RandomEvents(seed).next(DomainEvents.all().getFirst()))));
        int headEnd = new String(whole, StandardCharsets.UTF_8).indexOf(",\"occurredAt\"");
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = random.nextInt(10) == 0 ? Arrays.copyOf(whole, random.nextInt(headEnd)) : whole.clone();
            if (bytes.length > 0) {
                bytes[random.nextInt(Math.min(bytes.length, headEnd))] ^= (byte) (1 << random.nextInt(8));
            }
            check(new StoredEntry(17, bytes));
        }
    }

    private void check(StoredEntry stored) {
        EntryHead read;
        try {
            read = reader.read(stored);
        } catch (EncodingException e) {
            assertThatExceptionOfType(EncodingException.class).isThrownBy(() -> EntryFormat.read(stored));
            return;
        }
        try {
            assertThat(read).isEqualTo(head(EntryFormat.read(stored)));
        } catch (EncodingException e) {
            assertThat(e.getMessage()).containsAnyOf("/id", "/stream", "/type", "character", "UTF-8");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"position\":17| \"position\":18",
                "\"position\":17| \"position\":017",
                "\"sequence\":3| \"sequence\":-3",
                "\"sequence\":3| \"sequence\":9007199254740992",
                "\"v\":1| \"v\":2",
                "2026-11-22T03:00:01.000002Z| 2026-13-22T03:00:01.000002Z",
                "2026-11-22T03:00:01.000002Z| 2026-11-22T03:00:01.00000Z"
            })
    void a_head_that_is_not_spelt_as_it_must_be_is_refused(String from, String to) {
        Entry entry = Entries.of(
                17, codec.encode(new RandomEvents(1).next(DomainEvents.all().getFirst())));
        String text = new String(EntryFormat.write(entry), StandardCharsets.UTF_8).replace(from, to);
        StoredEntry stored = new StoredEntry(17, text.getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(EncodingException.BrokenEntry.class).isThrownBy(() -> reader.read(stored));
    }
}
