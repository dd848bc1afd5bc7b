package org.incidentledger.core.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.incidentledger.core.verification.SampleLedger.ORIGIN;
import static org.incidentledger.core.verification.SampleLedger.START;
import static org.incidentledger.core.verification.SampleLedger.entry;
import static org.incidentledger.core.verification.SampleLedger.key;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.verification.SampleLedger.TilePlace;
import org.incidentledger.core.verification.VerificationReport.Counts;
import org.incidentledger.core.verification.VerificationReport.Failed;
import org.incidentledger.core.verification.VerificationReport.Part;
import org.incidentledger.core.verification.VerificationReport.Verified;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerVerifierTest extends SampleVerification {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 1_300})
    void a_whole_ledger_is_verified_and_counted(int size) {
        if (size > 0) {
            ledger.append(size);
        }
        long bytes = ledger.entries.values().stream().mapToLong(e -> e.length).sum();

        assertThat(verify(ledger, key(1)))
                .isEqualTo(new Verified(
                        key(1).verifierKey(),
                        ledger.checkpoint(),
                        new Counts(size, bytes, Math.min(size, 3), ledger.tiles.size(), ledger.checkpoints.size(), 0)));
    }

    @Test
    void a_tree_of_three_levels_of_tiles_is_verified() {
        ledger.append(256 * 256 + 1);

        assertThat(verify(ledger, key(1))).isInstanceOf(Verified.class);
        ledger.tile(new TilePlace(2, 0))[5] ^= 1;
        assertFailed(Part.TILE, 0, "tile/2/000");
    }

    @Test
    void progress_is_told_up_to_the_end() {
        ledger.append(3_000);
        List<Long> heard = new ArrayList<>();

        new LedgerVerifier(ledger, ledger, key(1).verifierKey()).verify((done, total) -> {
            assertThat(total).isEqualTo(3_000);
            heard.add(done);
        });

        assertThat(heard).isSorted().endsWith(3_000L).hasSizeGreaterThan(1);
    }

    @Test
    void more_streams_than_fit_are_counted_in_further_passes() {
        for (int i = 0; i < 40; i++) {
            for (int sequence = 0; sequence < 3; sequence++) {
                StreamId stream = new StreamId("sample", "many" + i);
                ledger.write(entry(ORIGIN, ledger.size(), stream, sequence, START));
            }
        }
        LedgerVerifier verifier = new LedgerVerifier(ledger, ledger, key(1).verifierKey()).withStreamsOfAPass(4);
        assertThat(((Verified) verifier.verify(VerificationProgress.NONE))
                        .counts()
                        .streams())
                .isEqualTo(40);

        ledger.write(entry(ORIGIN, 120, new StreamId("sample", "many7"), 4, START));
        assertThat(verifier.verify(VerificationProgress.NONE))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.position()).isEqualTo(120));
    }

    @Test
    void what_is_appended_meanwhile_is_left_for_the_next_time() {
        ledger.append(100);
        boolean[] grown = {false};
        EntrySource growing = (from, max) -> {
            List<StoredEntry> page = ledger.read(from, max);
            if (!grown[0]) {
                grown[0] = true;
                ledger.append(50);
            }
            return page;
        };

        VerificationReport report =
                new LedgerVerifier(growing, ledger, key(1).verifierKey()).verify(VerificationProgress.NONE);

        assertThat(report)
                .isInstanceOfSatisfying(
                        Verified.class,
                        verified -> assertThat(verified.counts().entries()).isEqualTo(100));
    }

    @Test
    void a_missing_checkpoint_between_others_cannot_be_noticed_and_proves_nothing_less() {
        ledger.groups(3, 10);
        ledger.checkpoints.remove(20L);

        assertThat(verify(ledger, key(1))).isInstanceOf(Verified.class);
    }

    @Nested
    class An_entry {
        @Test
        void that_was_altered_is_told_from_a_tile_that_was() {
            ledger.groups(3, 100);
            byte[] original = ledger.entry(123L);
            ledger.entries.put(
                    123L,
                    new String(original, StandardCharsets.UTF_8)
                            .replace("123", "124")
                            .getBytes(StandardCharsets.UTF_8));
            assertFailed(Part.ENTRY, 123, "the entry was altered", "checkpoint of size 200 proves the tile");

            ledger.entries.put(123L, original);
            ledger.tile(new TilePlace(0, 0))[123 * 32 + 7] ^= 4;
            assertFailed(Part.TILE, 123, "tile/0/000", "the tile was altered");
        }

        @Test
        void that_was_altered_with_the_tiles_lies_behind_the_last_good_checkpoint() {
            ledger.groups(3, 100);
            ledger.entries.put(150L, entry(ORIGIN, 150, new StreamId("sample", "s0"), 50, START.plusSeconds(149)));
            rebuildTiles();

            assertFailed(Part.ENTRY, 100, "from here to position 199", "checkpoint of size 200 bears");
        }

        @Test
        void that_fits_no_more_because_of_what_was_altered_before_is_not_blamed() {
            ledger.groups(3, 100);
            ledger.entries.put(150L, entry(ORIGIN, 150, OTHER, 0, START.plusSeconds(150)));
            rebuildTiles();

            assertFailed(Part.ENTRY, 100, "no signed checkpoint proves", "position 153", "sample/s0");
        }

        private void rebuildTiles() {
            SampleLedger fitting = new SampleLedger();
            fitting.write(List.copyOf(ledger.entries.values()), key(1));
            ledger.tiles.putAll(fitting.tiles);
        }

        @Test
        void that_is_missing_is_named() {
            ledger.groups(2, 100);
            ledger.entries.remove(77L);
            assertFailed(Part.ENTRY, 77, "missing", "covers 200");
        }

        @Test
        void that_no_checkpoint_covers_is_named() {
            ledger.append(100);
            ledger.entries.put(100L, entry(ORIGIN, 100, OTHER, 0, START.plusSeconds(100)));
            assertFailed(Part.ENTRY, 100, "no signed checkpoint");
        }

        @Test
        void of_another_ledger_is_named() {
            ledger.append(5);
            ledger.write(entry("ledger.example.org/other", 5, OTHER, 0, START.plusSeconds(5)));
            assertFailed(Part.ENTRY, 5, "'ledger.example.org/other'");
        }

        @Test
        void at_another_position_is_named() {
            ledger.append(5);
            ledger.write(entry(ORIGIN, 6, OTHER, 0, START.plusSeconds(5)));
            assertFailed(Part.ENTRY, 5, "its position is 6");
        }

        @Test
        void recorded_earlier_than_the_one_before_is_named() {
            ledger.append(5);
            ledger.write(entry(ORIGIN, 5, OTHER, 0, START));
            assertFailed(Part.ENTRY, 5, "never decreases");
        }

        @Test
        void out_of_sequence_is_named() {
            ledger.append(5);
            ledger.write(entry(ORIGIN, 5, OTHER, 1, START.plusSeconds(5)));
            assertFailed(Part.ENTRY, 5, "sequence 1", "sample/other", "0 would follow");
        }

        @Test
        void that_is_none_is_named_although_it_was_signed() {
            ledger.append(5);
            ledger.write("{}".getBytes(StandardCharsets.UTF_8));
            assertFailed(Part.ENTRY, 5, "is none", "is broken");
        }

        @Test
        void that_the_storage_calls_corrupt_is_named() {
            ledger.append(5);
            EntrySource corrupt = (from, max) -> {
                throw new LedgerException.Corrupt(3, "the row cannot be read", null);
            };
            assertThat(new LedgerVerifier(corrupt, ledger, key(1).verifierKey()).verify(VerificationProgress.NONE))
                    .isEqualTo(new Failed(Part.ENTRY, 3, "position 3: the row cannot be read"));
        }

        @Test
        void that_cannot_be_read_now_is_no_finding() {
            ledger.append(5);
            EntrySource away = (from, max) -> {
                throw new LedgerException.Unavailable("the database is away", null);
            };
            assertThatExceptionOfType(LedgerException.Unavailable.class)
                    .isThrownBy(() ->
                            new LedgerVerifier(away, ledger, key(1).verifierKey()).verify(VerificationProgress.NONE));
        }
    }

    @Nested
    class A_tile {
        @Test
        void that_is_missing_or_cut_is_named() {
            ledger.append(600);
            byte[] tile = ledger.tile(new TilePlace(0, 1));
            ledger.tiles.put(new TilePlace(0, 1), Arrays.copyOf(tile, 100));
            assertFailed(Part.TILE, 256 + 3, "tile/0/001", "ends after 100 bytes");
            ledger.tiles.remove(new TilePlace(0, 1));
            assertFailed(Part.TILE, 256, "tile/0/001 is missing");
        }

        @Test
        void that_holds_more_than_was_signed_is_named() {
            ledger.append(10);
            byte[] tile = ledger.tile(new TilePlace(0, 0));
            ledger.tiles.put(new TilePlace(0, 0), Arrays.copyOf(tile, 11 * 32));
            assertFailed(Part.TILE, 10, "holds 11 hashes");
        }

        @Test
        void of_a_higher_level_that_differs_is_named_by_the_first_position_it_covers() {
            ledger.append(600);
            ledger.tile(new TilePlace(1, 0))[33] ^= 1;
            assertFailed(Part.TILE, 256, "tile/1/000.p/2", "hash 1");
        }
    }
}
