package org.incidentledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.incidentledger.core.tlog.BundleId;
import org.incidentledger.core.tlog.TileId;
import org.incidentledger.core.tlog.TilePath;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.VerificationProgress;
import org.incidentledger.core.verification.VerificationReport.Failed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One file of a bundle on disk is tampered with, at random: it is noticed, and the first bad position is named where entries or
 * hashes were touched. {@code -Dtamper.rounds=10000} does it as often as one likes, {@code -Dtamper.seed=N} repeats a run.
 */
class BundleTamperTest {
    private static final int ROUNDS = Integer.getInteger("tamper.rounds", 200);
    private static final long SEED = Long.getLong("tamper.seed", System.nanoTime());
    private static final int HASH = 32;

    /** The words beside the files are no evidence, and checkpoints between others may be left out. */
    private static final Set<String> MAY_BE_MISSING = Set.of("README", "checkpoints/381");

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final SampleLedger ledger = SampleLedger.whole();

    /** @param position the first bad one, -1 where no entry or hash is bad */
    private record Tamper(String done, long position) {}

    @Test
    void every_tamper_is_noticed_and_its_first_position_named() throws IOException {
        System.out.printf("tampers of a bundle: seed %d, replay with -Dtamper.seed=%d%n", SEED, SEED);
        new BundleExport(ledger.memory::read, ledger, ledger.key()).write(folder, VerificationProgress.NONE);
        List<String> files = new Folder(folder)
                .files().stream().filter(path -> !path.equals("README")).toList();
        for (int round = 0; round < ROUNDS; round++) {
            String one = files.get(random.nextInt(files.size()));
            String other = files.get(random.nextInt(files.size()));
            byte[] bytesOfOne = read(one);
            byte[] bytesOfOther = read(other);
            Tamper tamper = tamper(one, other);
            verify("round %d, seed %d: %s".formatted(round, SEED, tamper), tamper, round);
            write(one, bytesOfOne);
            write(other, bytesOfOther);
            Files.deleteIfExists(folder.resolve("stray"));
        }
    }

    private void verify(String which, Tamper tamper, int round) {
        VerifierKey key = SampleLedger.key(ledger.key().name(), 1 + round % 2).verifierKey();
        try {
            assertThat(Bundle.open(folder).verify(key, VerificationProgress.NONE))
                    .as(which)
                    .isInstanceOfSatisfying(Failed.class, failed -> {
                        if (tamper.position() >= 0) {
                            assertThat(failed.position())
                                    .as("%s; %s", which, failed)
                                    .isEqualTo(tamper.position());
                        }
                    });
        } catch (BundleException.Refused e) {
            assertThat(tamper.done()).as(which).isEqualTo("delete checkpoint");
        }
    }

    private Tamper tamper(String one, String other) throws IOException {
        byte[] bytes = read(one);
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(6)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                write(one, flipped);
                yield new Tamper("flip in %s at %d".formatted(one, at), position(one, bytes, at));
            }
            case 1 -> {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                longer[at] = (byte) (bytes[at] + 1 + random.nextInt(255));
                write(one, longer);
                yield new Tamper("insert into %s at %d".formatted(one, at), position(one, bytes, at));
            }
            case 2 -> {
                write(one, Arrays.copyOf(bytes, at));
                yield new Tamper("truncate %s to %d".formatted(one, at), position(one, bytes, at));
            }
            case 3 -> delete(one, bytes);
            case 4 -> swap(one, other);
            default -> {
                write("stray", bytes);
                yield new Tamper("add a copy of " + one, -1);
            }
        };
    }

    private Tamper delete(String one, byte[] bytes) throws IOException {
        if (MAY_BE_MISSING.contains(one)) {
            write(one, new byte[0]);
            return new Tamper("empty " + one, -1);
        }
        Files.delete(folder.resolve(one));
        return new Tamper("delete " + one, position(one, bytes, 0));
    }

    private Tamper swap(String one, String other) throws IOException {
        byte[] bytes = read(one);
        byte[] others = read(other);
        if (Arrays.equals(bytes, others)) {
            write("stray", bytes);
            return new Tamper("add a copy of " + one, -1);
        }
        write(one, others);
        write(other, bytes);
        return new Tamper("swap %s and %s".formatted(one, other), -1);
    }

    /** Which entry, or which entries' hash, a byte of a file belongs to. */
    private static long position(String path, byte[] bytes, int at) {
        if (!path.startsWith("tile/")) {
            return -1;
        }
        return switch (TilePath.parse(path)) {
            case TileId tile -> (tile.index() * TilePath.FULL_WIDTH + at / HASH) << (8 * tile.level());
            case BundleId bundle -> bundle.index() * TilePath.FULL_WIDTH + entryAt(bytes, at);
        };
    }

    private static int entryAt(byte[] bytes, int at) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int entry = 0;
        int end = Short.BYTES + Short.toUnsignedInt(in.getShort(0));
        while (end <= at) {
            entry++;
            end += Short.BYTES + Short.toUnsignedInt(in.getShort(end));
        }
        return entry;
    }

    private byte[] read(String path) throws IOException {
        return Files.readAllBytes(folder.resolve(path));
    }

    private void write(String path, byte[] bytes) throws IOException {
        Files.write(folder.resolve(path), bytes);
    }
}
