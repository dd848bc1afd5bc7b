package org.incidentledger.ledger.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.ledger.journal.JournalException.Damaged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    private static final long SEED = Long.getLong("journal.seed", System.nanoTime());
    private static final int CUTS = Integer.getInteger("journal.cuts", 40);

    @TempDir
    Path directory;

    private static JournalRecord record(long position, int entries) {
        List<StoredEntry> stored = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            stored.add(new StoredEntry(
                    position + i, ("entry " + (position + i)).repeat(7).getBytes(UTF_8)));
        }
        return new JournalRecord(stored, new SignedCheckpoint(position + entries, "note of " + (position + entries)));
    }

    private List<String> notes(long from) throws IOException {
        try (Journal journal = Journal.open(directory)) {
            List<String> notes = new ArrayList<>();
            journal.read(from, record -> notes.add(record.checkpoint().note()));
            return notes;
        }
    }

    private Path file(long first) {
        return directory.resolve("journal-%019d".formatted(first));
    }

    private void flip(Path file, long offset) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(offset);
            int old = bytes.read();
            bytes.seek(offset);
            bytes.write(old ^ 1);
        }
    }

    private void three_records() throws IOException {
        try (Journal journal = Journal.open(directory)) {
            journal.append(record(0, 2));
            journal.append(record(2, 1));
            journal.append(record(3, 3));
        }
    }

    @Test
    void a_new_journal_has_no_records() throws IOException {
        try (Journal journal = Journal.open(directory)) {
            assertThat(journal.last()).isEmpty();
            assertThat(journal.first()).isEmpty();
        }
    }

    @Test
    void records_are_there_when_it_is_opened_again() throws IOException {
        three_records();
        assertThat(notes(0)).containsExactly("note of 2", "note of 3", "note of 6");
        assertThat(notes(2)).containsExactly("note of 3", "note of 6");
        assertThat(notes(6)).isEmpty();
        try (Journal journal = Journal.open(directory)) {
            assertThat(journal.last()).contains(new SignedCheckpoint(6, "note of 6"));
            assertThat(journal.first()).contains(0L);
            journal.append(record(6, 1));
        }
        assertThat(notes(3)).containsExactly("note of 6", "note of 7");
    }

    @Test
    void the_entries_are_the_same_bytes() throws IOException {
        three_records();
        List<String> texts = new ArrayList<>();
        try (Journal journal = Journal.open(directory)) {
            journal.read(0, record -> record.entries().forEach(entry -> texts.add(new String(entry.bytes(), UTF_8))));
        }
        assertThat(texts)
                .hasSize(6)
                .allMatch(text -> text.length() == "entry 0".repeat(7).length());
        assertThat(texts.getLast()).startsWith("entry 5entry 5");
    }

    @Test
    void only_a_continuation_is_taken() throws IOException {
        three_records();
        try (Journal journal = Journal.open(directory)) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> journal.append(record(7, 1)))
                    .withMessageContaining("position 7 does not follow 5");
        }
    }

    @Test
    void the_last_record_can_be_taken_back() throws IOException {
        three_records();
        try (Journal journal = Journal.open(directory)) {
            journal.append(record(6, 9));
            journal.removeLast(new SignedCheckpoint(6, "note of 6"));
            assertThat(journal.last()).contains(new SignedCheckpoint(6, "note of 6"));
            journal.append(record(6, 1));
        }
        assertThat(notes(0)).endsWith("note of 6", "note of 7").hasSize(4);
    }

    @Test
    void older_segments_go_when_new_ones_are_started() throws IOException {
        three_records();
        try (Journal journal = Journal.open(directory)) {
            journal.startSegment();
            journal.append(record(6, 1));
            journal.startSegment();
            journal.append(record(7, 1));
            assertThat(journal.first()).contains(6L);
        }
        assertThat(file(0)).doesNotExist();
        assertThat(notes(0)).containsExactly("note of 7", "note of 8");
    }

    @Test
    void started_anew_it_may_begin_anywhere() throws IOException {
        three_records();
        try (Journal journal = Journal.open(directory)) {
            journal.restart();
            journal.append(record(40, 1));
        }
        assertThat(notes(0)).containsExactly("note of 41");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 12, 13, 60, 200})
    void what_a_crash_left_of_a_record_is_no_record(int written) throws IOException {
        three_records();
        long end = file(0).toFile().length();
        try (Journal journal = Journal.open(directory)) {
            journal.append(record(6, 20));
        }
        byte[] whole = Files.readAllBytes(file(0));
        int start = indexOfLast(whole);
        byte[] torn = new byte[(int) Math.max(end, start + written)];
        System.arraycopy(whole, 0, torn, 0, start + written);
        Files.write(file(0), torn);
        assertThat(notes(0)).containsExactly("note of 2", "note of 3", "note of 6");
        try (Journal journal = Journal.open(directory)) {
            journal.append(record(6, 1));
        }
        assertThat(notes(6)).containsExactly("note of 7");
    }

    private static int indexOfLast(byte[] whole) {
        for (int i = whole.length - 4; i >= 0; i--) {
            if (whole[i] == 'I' && whole[i + 1] == 'L' && whole[i + 2] == 'J' && whole[i + 3] == '1') {
                return i;
            }
        }
        throw new AssertionError("no frame");
    }

    @Test
    void damage_before_a_record_that_can_be_read_is_no_crash() throws IOException {
        three_records();
        flip(file(0), "incident-ledger journal 1\n".length() + 40);
        assertThatExceptionOfType(Damaged.class)
                .isThrownBy(() -> Journal.open(directory))
                .withMessageContaining("the file was damaged")
                .satisfies(damaged -> assertThat(damaged.position()).isZero());
    }

    @Test
    void another_file_under_its_name_is_refused() throws IOException {
        Files.writeString(file(0), "something else altogether, and long enough");
        assertThatExceptionOfType(Damaged.class).isThrownBy(() -> Journal.open(directory));
        assertThat(file(0)).hasContent("something else altogether, and long enough");
    }

    @Test
    void a_missing_segment_is_noticed() throws IOException {
        three_records();
        try (Journal journal = Journal.open(directory)) {
            journal.startSegment();
            journal.append(record(6, 1));
        }
        Files.move(file(6), file(9));
        assertThatExceptionOfType(Damaged.class).isThrownBy(() -> Journal.open(directory));
    }

    @Test
    void a_power_cut_takes_no_record_that_was_forced() throws IOException {
        Random random = new Random(SEED);
        long size = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            CutDisk disk = new CutDisk();
            Journal journal = Journal.open(directory, disk);
            assertThat(journal.last().map(SignedCheckpoint::size).orElse(0L))
                    .as("entries before cut %d of seed %d", cut, SEED)
                    .isEqualTo(size);
            int records = random.nextInt(5);
            for (int i = 0; i < records; i++) {
                int entries = 1 + random.nextInt(60);
                journal.append(record(size, entries));
                size += entries;
                if (random.nextInt(9) == 0) {
                    journal.startSegment();
                }
            }
            disk.cut(random);
            journal.close();
        }
    }
}
