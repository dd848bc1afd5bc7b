package org.incidentledger.core.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.core.verification.SampleLedger.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.verification.SampleLedger.TilePlace;
import org.incidentledger.core.verification.VerificationReport.Failed;
import org.incidentledger.core.verification.VerificationReport.Part;
import org.junit.jupiter.api.Test;

/**
 * One row of a ledger is tampered with, at random: it is noticed, and the first bad position is named. The usual build does this
 * two hundred times; {@code -Dtamper.rounds=10000} does it as often as one likes, {@code -Dtamper.seed=N} repeats a run.
 */
class TamperTest {
    private static final int ROUNDS = Integer.getInteger("tamper.rounds", 200);
    private static final long SEED = Long.getLong("tamper.seed", System.nanoTime());
    private static final int HASH = 32;

    private final SampleLedger whole = SampleLedger.withTwoKeys();

    /** What was done, and what must be found. */
    private record Tamper(String done, Part part, long position) {}

    /** One way of tampering; it changes the ledger. */
    private interface Way {
        Tamper with(SampleLedger ledger, Random random);
    }

    @Test
    void every_tamper_is_noticed_and_its_first_position_named() {
        System.out.printf("tampers: seed %d, replay with -Dtamper.seed=%d%n", SEED, SEED);
        List<Way> ways = ways();
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            SampleLedger ledger = whole.copy();
            Tamper tamper = ways.get(random.nextInt(ways.size())).with(ledger, random);
            VerificationReport report = new LedgerVerifier(
                            ledger, ledger, key(1 + round % 2).verifierKey())
                    .verify(VerificationProgress.NONE);
            String which = "round %d, seed %d: %s; %s".formatted(round, SEED, tamper, report);
            assertThat(report).as(which).isInstanceOfSatisfying(Failed.class, failed -> {
                assertThat(failed.position()).as(which).isEqualTo(tamper.position());
                assertThat(failed.part()).as(which).isEqualTo(tamper.part());
            });
        }
    }

    private static List<Way> ways() {
        return List.of(
                TamperTest::flipInEntry,
                TamperTest::swapEntries,
                TamperTest::deleteEntry,
                TamperTest::insertEntry,
                TamperTest::truncateEntry,
                TamperTest::truncateEntries,
                TamperTest::flipInTile,
                TamperTest::swapHashes,
                TamperTest::swapTiles,
                TamperTest::deleteTile,
                TamperTest::insertIntoTile,
                TamperTest::truncateTile,
                TamperTest::flipInCheckpoint,
                TamperTest::swapCheckpoints,
                TamperTest::deleteCheckpoint,
                TamperTest::insertCheckpoint,
                TamperTest::insertIntoCheckpoint,
                TamperTest::truncateCheckpoint);
    }

    private static Tamper entry(String done, long position) {
        return new Tamper(done + " " + position, Part.ENTRY, position);
    }

    private static long position(SampleLedger ledger, Random random) {
        return random.nextInt((int) ledger.size());
    }

    private static Tamper flipInEntry(SampleLedger ledger, Random random) {
        long position = position(ledger, random);
        byte[] bytes = ledger.entry(position).clone();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        ledger.entries.put(position, bytes);
        return entry("flip in entry", position);
    }

    private static Tamper swapEntries(SampleLedger ledger, Random random) {
        long one = position(ledger, random);
        long other = (one + 1 + random.nextInt((int) ledger.size() - 1)) % ledger.size();
        byte[] bytes = ledger.entry(one);
        ledger.entries.put(one, ledger.entry(other));
        ledger.entries.put(other, bytes);
        return entry("swap of entries %d and %d:".formatted(one, other), Math.min(one, other));
    }

    private static Tamper deleteEntry(SampleLedger ledger, Random random) {
        long position = position(ledger, random);
        ledger.entries.remove(position);
        if (random.nextBoolean()) {
            renumber(ledger, new ArrayList<>(ledger.entries.values()));
        }
        return entry("delete of entry", position);
    }

    private static Tamper insertEntry(SampleLedger ledger, Random random) {
        int position = random.nextInt((int) ledger.size() + 1);
        List<byte[]> more = new ArrayList<>(ledger.entries.values());
        byte[] twin = more.get((position + 1 + random.nextInt((int) ledger.size() - 1)) % (int) ledger.size());
        more.add(position, twin);
        renumber(ledger, more);
        return entry("insert of entry", position);
    }

    private static Tamper truncateEntry(SampleLedger ledger, Random random) {
        long position = position(ledger, random);
        byte[] bytes = ledger.entry(position);
        ledger.entries.put(position, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        return entry("truncate of entry", position);
    }

    private static Tamper truncateEntries(SampleLedger ledger, Random random) {
        long position = position(ledger, random);
        ledger.entries.tailMap(position, true).clear();
        return entry("truncate of entries to", position);
    }

    private static void renumber(SampleLedger ledger, List<byte[]> entries) {
        ledger.entries.clear();
        entries.forEach(bytes -> ledger.entries.put((long) ledger.entries.size(), bytes));
    }

    private static Tamper tile(String done, TilePlace place, long hash) {
        long position = (place.index() * 256 + hash) << (8 * place.level());
        return new Tamper("%s, %s, hash %d".formatted(done, place, hash), Part.TILE, position);
    }

    private static TilePlace tile(SampleLedger ledger, Random random) {
        return ledger.tiles.keySet().stream()
                .sorted(Comparator.comparing(TilePlace::toString))
                .skip(random.nextInt(ledger.tiles.size()))
                .findFirst()
                .orElseThrow();
    }

    private static Tamper flipInTile(SampleLedger ledger, Random random) {
        TilePlace place = tile(ledger, random);
        byte[] bytes = ledger.tile(place).clone();
        int at = random.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        ledger.tiles.put(place, bytes);
        return tile("flip", place, at / HASH);
    }

    private static Tamper swapHashes(SampleLedger ledger, Random random) {
        TilePlace place = tile(ledger, random);
        byte[] bytes = ledger.tile(place).clone();
        int hashes = bytes.length / HASH;
        int one = random.nextInt(hashes);
        int other = (one + 1 + random.nextInt(hashes - 1)) % hashes;
        byte[] tile = ledger.tile(place);
        System.arraycopy(tile, one * HASH, bytes, other * HASH, HASH);
        System.arraycopy(tile, other * HASH, bytes, one * HASH, HASH);
        ledger.tiles.put(place, bytes);
        return tile("swap of hashes", place, Math.min(one, other));
    }

    private static Tamper swapTiles(SampleLedger ledger, Random random) {
        TilePlace one = new TilePlace(0, random.nextInt(2));
        TilePlace other = random.nextBoolean() ? new TilePlace(0, 1 - one.index()) : new TilePlace(1, 0);
        byte[] bytes = ledger.tile(one);
        ledger.tiles.put(one, ledger.tile(other));
        ledger.tiles.put(other, bytes);
        return new Tamper("swap of %s and %s".formatted(one, other), Part.TILE, 0);
    }

    private static Tamper deleteTile(SampleLedger ledger, Random random) {
        TilePlace place = tile(ledger, random);
        ledger.tiles.remove(place);
        return tile("delete", place, 0);
    }

    private static Tamper insertIntoTile(SampleLedger ledger, Random random) {
        TilePlace place = tile(ledger, random);
        byte[] bytes = ledger.tile(place);
        int at = random.nextInt(bytes.length);
        byte[] longer = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, longer, 0, at);
        longer[at] = (byte) (bytes[at] + 1);
        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
        ledger.tiles.put(place, longer);
        return tile("insert", place, at / HASH);
    }

    private static Tamper truncateTile(SampleLedger ledger, Random random) {
        TilePlace place = tile(ledger, random);
        byte[] bytes = ledger.tile(place);
        int left = random.nextInt(bytes.length);
        ledger.tiles.put(place, Arrays.copyOf(bytes, left));
        return tile("truncate", place, left / HASH);
    }

    private static Tamper checkpoint(String done, long size) {
        return new Tamper("%s checkpoint %d".formatted(done, size), Part.CHECKPOINT, size);
    }

    private static long size(SampleLedger ledger, Random random) {
        return List.copyOf(ledger.checkpoints.keySet()).get(random.nextInt(ledger.checkpoints.size()));
    }

    private static void replace(SampleLedger ledger, long size, String note) {
        ledger.checkpoints.put(size, new SignedCheckpoint(size, note));
    }

    private static Tamper flipInCheckpoint(SampleLedger ledger, Random random) {
        long size = size(ledger, random);
        char[] note = ledger.note(size).toCharArray();
        note[random.nextInt(note.length)] ^= (char) (1 << random.nextInt(7));
        replace(ledger, size, String.valueOf(note));
        return checkpoint("flip in", size);
    }

    private static Tamper swapCheckpoints(SampleLedger ledger, Random random) {
        long one = size(ledger, random);
        long other = size(ledger, random);
        other = one == other ? (one == 0 ? ledger.checkpoints.lastKey() : 0L) : other;
        String note = ledger.note(one);
        replace(ledger, one, ledger.note(other));
        replace(ledger, other, note);
        return checkpoint("swap %d and".formatted(Math.max(one, other)), Math.min(one, other));
    }

    /** Those whose absence can be told; see the test of one that cannot. */
    private static Tamper deleteCheckpoint(SampleLedger ledger, Random random) {
        long first = 0;
        long rotation = 301;
        long latest = ledger.size();
        long deleted = List.of(first, rotation, latest).get(random.nextInt(3));
        ledger.checkpoints.remove(deleted);
        if (deleted == latest) {
            return entry("delete of the latest checkpoint, covering", ledger.checkpoints.lastKey());
        }
        return new Tamper("delete of checkpoint " + deleted, Part.CHECKPOINT, deleted == first ? 0 : 351);
    }

    private static Tamper insertCheckpoint(SampleLedger ledger, Random random) {
        long of = size(ledger, random);
        long at = position(ledger, random);
        while (ledger.checkpoints.containsKey(at)) {
            at = position(ledger, random);
        }
        replace(ledger, at, ledger.note(of));
        return checkpoint("insert of a copy of %d as".formatted(of), at);
    }

    private static Tamper insertIntoCheckpoint(SampleLedger ledger, Random random) {
        long size = size(ledger, random);
        String note = ledger.note(size);
        int at = random.nextInt(note.length() + 1);
        replace(ledger, size, note.substring(0, at) + (char) ('!' + random.nextInt(90)) + note.substring(at));
        return checkpoint("insert into", size);
    }

    private static Tamper truncateCheckpoint(SampleLedger ledger, Random random) {
        long size = size(ledger, random);
        String note = ledger.note(size);
        replace(ledger, size, note.substring(0, random.nextInt(note.length())));
        return checkpoint("truncate of", size);
    }
}
