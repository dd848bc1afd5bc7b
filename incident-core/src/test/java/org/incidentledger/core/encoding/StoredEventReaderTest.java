package org.incidentledger.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.ledger.StoredEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredEventReaderTest {
    private static final int DAMAGES = 30_000;

    private final EventCodec codec = new EventCodec();
    private final StoredEventReader reader = new StoredEventReader(codec);
    private final HistoryDecoder decoder = new HistoryDecoder(codec);

    private StoredEntry stored(Class<?> type, RandomEvents random) {
        String text =
                new String(EntryFormat.write(Entries.of(17, codec.encode(random.next(type)))), StandardCharsets.UTF_8);
        // A reason with quotation marks is left to the other reader.
        return new StoredEntry(
                17, text.replace("\\\"all clear\\\"", "all clear").getBytes(StandardCharsets.UTF_8));
    }

    private RecordedEvent slowly(StoredEntry stored) {
        return decoder.decode(EntryFormat.readStored(stored));
    }

    @Test
    void reads_every_type_of_event_as_the_whole_entry_is_read() {
        RandomEvents random = new RandomEvents(Seed.announced("stored events"));
        for (Class<?> type : DomainEvents.all()) {
            StoredEntry stored = stored(type, random);
            assertThat(reader.read(stored)).isEqualTo(slowly(stored));
        }
    }

    @Test
    void reads_a_damaged_entry_as_the_whole_entry_is_read_or_leaves_it() {
        long seed = Seed.announced("damaged events");
        Random random = new Random(seed);
        RandomEvents events = new RandomEvents(seed);
        for (int i = 0; i < DAMAGES; i++) {
            Class<?> type =
                    DomainEvents.all().get(random.nextInt(DomainEvents.all().size()));
            byte[] whole = stored(type, events).bytes();
            byte[] bytes = random.nextInt(10) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            StoredEntry damaged = new StoredEntry(17, bytes);
            RecordedEvent read = reader.read(damaged);
            if (read != null) {
                assertThat(slowlyOrNothing(damaged))
                        .as(() -> new String(bytes, StandardCharsets.UTF_8))
                        .isEqualTo(read);
            }
        }
    }

    private @Nullable RecordedEvent slowlyOrNothing(StoredEntry damaged) {
        try {
            return slowly(damaged);
        } catch (EncodingException refused) {
            return null;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"position\":17| \"position\":18",
                "\"v\":1| \"v\":2",
                "\"revision\":| \"revision\":9",
                "\"type\":\"| \"type\":\"x",
                "\"stream\":\"incident/| \"stream\":\"catalog/",
                "\"data\":{| \"data\": {\"a\":1,"
            })
    void leaves_what_is_not_as_it_expects(String from, String to) {
        String text = new String(
                stored(DomainEvents.all().getFirst(), new RandomEvents(1)).bytes(), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        assertThat(reader.read(new StoredEntry(17, text.replace(from, to).getBytes(StandardCharsets.UTF_8))))
                .isNull();
    }
}
