package org.incidentledger.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.LedgerReader;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.junit.jupiter.api.Test;

class HistoryReaderTest {
    private static final int SIZE = 7_500;

    private final EventCodec codec = new EventCodec();
    private final List<StoredEntry> entries = new ArrayList<>();
    private final HistoryReader reader = new HistoryReader(new Listed(), new HistoryDecoder(codec));

    HistoryReaderTest() {
        RandomEvents random = new RandomEvents(Seed.announced("history"));
        for (int i = 0; i < SIZE; i++) {
            Class<?> type = DomainEvents.all().get(i % DomainEvents.all().size());
            entries.add(new StoredEntry(i, EntryFormat.write(Entries.of(i, codec.encode(random.next(type))))));
        }
    }

    /** Reads from a list. */
    private final class Listed implements LedgerReader {
        @Override
        public List<StoredEntry> read(long fromPosition, int max) {
            int from = (int) Math.min(fromPosition, entries.size());
            return entries.subList(from, Math.min(from + max, entries.size()));
        }

        @Override
        public LedgerHead head() {
            throw new AssertionError();
        }

        @Override
        public List<StoredEntry> readStream(StreamId stream, long fromSequence, int max) {
            throw new AssertionError();
        }

        @Override
        public Optional<Receipt> receipt(UUID commandId) {
            throw new AssertionError();
        }

        @Override
        public long sizeAsOf(Instant instant) {
            throw new AssertionError();
        }
    }

    private List<Long> positions(long from, long to) {
        List<Long> read = new ArrayList<>();
        reader.forEach(from, to, event -> read.add(event.position()));
        return read;
    }

    private static List<Long> all(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    @Test
    void hands_over_every_event_in_order() {
        List<RecordedEvent> read = new ArrayList<>();
        reader.forEach(0, SIZE, read::add);
        HistoryDecoder decoder = new HistoryDecoder(codec);
        assertThat(read).isEqualTo(entries.stream().map(decoder::decode).toList());
    }

    @Test
    void begins_and_ends_where_it_is_told_to() {
        assertThat(positions(10, 10)).isEmpty();
        assertThat(positions(999, 1_999)).isEqualTo(all(999, 1_999));
        assertThat(positions(999, 2_000)).isEqualTo(all(999, 2_000));
        assertThat(positions(1, SIZE)).isEqualTo(all(1, SIZE));
    }

    @Test
    void says_which_entry_cannot_be_read_after_the_pages_before_it() {
        byte[] whole = entries.get(5_123).bytes();
        entries.set(5_123, new StoredEntry(5_123, Arrays.copyOf(whole, whole.length - 1)));
        List<Long> read = new ArrayList<>();
        assertThatExceptionOfType(EncodingException.class)
                .isThrownBy(() -> reader.forEach(0, SIZE, event -> read.add(event.position())))
                .withMessageContaining("5123");
        assertThat(read).isEqualTo(all(0, 5_000));
    }

    @Test
    void says_which_entry_is_missing() {
        assertThatExceptionOfType(LedgerException.Corrupt.class)
                .isThrownBy(() -> positions(0, SIZE + 1))
                .satisfies(missing -> assertThat(missing.position()).isEqualTo(SIZE));
        assertThatExceptionOfType(LedgerException.Corrupt.class)
                .isThrownBy(() -> positions(SIZE, SIZE + 1))
                .satisfies(missing -> assertThat(missing.position()).isEqualTo(SIZE));
    }

    @Test
    void ends_when_the_taker_fails() {
        List<Long> read = new ArrayList<>();
        assertThatIllegalStateException()
                .isThrownBy(() -> reader.forEach(0, SIZE, event -> {
                    read.add(event.position());
                    if (event.position() == 1_500) {
                        throw new IllegalStateException("enough");
                    }
                }));
        assertThat(read).isEqualTo(all(0, 1_501));
    }

    @Test
    void an_interruption_ends_it_and_is_kept() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(LedgerException.Unavailable.class).isThrownBy(() -> positions(0, SIZE));
        assertThat(Thread.interrupted()).isTrue();
    }
}
