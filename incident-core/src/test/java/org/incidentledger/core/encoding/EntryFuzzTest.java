package org.incidentledger.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.incidentledger.core.ledger.StoredEntry;
import org.junit.jupiter.api.Test;

/** Entries damaged at random: each is refused with an {@link EncodingException}, or is an entry to the last byte. */
class EntryFuzzTest {
    private static final int ENTRIES = 10_000;
    private static final int DAMAGES_MAX = 3;

    private final EventCodec codec = new EventCodec();
    private final HistoryDecoder decoder = new HistoryDecoder(codec);

    @Test
    void a_damaged_entry_is_refused_or_read_and_written_again_with_the_same_bytes() {
        long seed = Seed.announced("damaged entries");
        Random random = new Random(seed);
        RandomEvents events = new RandomEvents(seed);
        List<Class<?>> types = DomainEvents.all();
        int refused = 0;
        for (int i = 0; i < ENTRIES; i++) {
            Object event = events.next(types.get(i % types.size()));
            byte[] bytes = EntryFormat.write(Entries.of(17, codec.encode(event)));
            for (int damages = 1 + random.nextInt(DAMAGES_MAX); damages > 0; damages--) {
                bytes = damaged(bytes, random);
            }
            refused += isRefused(bytes) ? 1 : 0;
        }
        assertThat(refused).isBetween(ENTRIES / 4, ENTRIES - 1);
    }

    private boolean isRefused(byte[] bytes) {
        StoredEntry stored = new StoredEntry(17, bytes);
        try {
            Entry entry = EntryFormat.read(stored);
            assertThat(EntryFormat.write(entry)).isEqualTo(bytes);
            Object event = codec.decode(entry.event(), 17);
            if (entry.event().equals(codec.encode(event))) {
                decoder.decode(entry);
                return false;
            }
            assertThat(entry.event().revision()).isLessThan(codec.encode(event).revision());
            return false;
        } catch (EncodingException e) {
            assertThat(e.position()).isEqualTo(17);
            assertThat(e).hasMessageContaining("entry 17").hasMessageNotContainingAny("\n", "\u0000");
            return true;
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int place = random.nextInt(bytes.length);
        return switch (random.nextInt(6)) {
            case 0 -> flipped(bytes, place, 1 << random.nextInt(8));
            case 1 -> flipped(bytes, place, random.nextInt(4));
            case 2 -> Arrays.copyOf(bytes, place);
            case 3 -> spliced(bytes, place, new byte[] {(byte) random.nextInt()}, place);
            case 4 -> spliced(bytes, place, JsonTokens.any(random).getBytes(StandardCharsets.UTF_8), place);
            default -> spliced(bytes, place, new byte[0], Math.min(bytes.length, place + 1 + random.nextInt(8)));
        };
    }

    private static byte[] flipped(byte[] bytes, int place, int bits) {
        byte[] copy = bytes.clone();
        copy[place] ^= (byte) bits;
        return copy;
    }

    private static byte[] spliced(byte[] bytes, int head, byte[] middle, int tail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, head);
        out.writeBytes(middle);
        out.write(bytes, tail, bytes.length - tail);
        return out.toByteArray();
    }
}
