package org.incidentledger.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.contracts.SampleAppends.append;
import static org.incidentledger.contracts.SampleAppends.stream;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.Ledger;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.Rfc6962;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TileId;
import org.incidentledger.core.tlog.TiledTree;
import org.incidentledger.core.tlog.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the tree of every ledger does. An adapter inherits this; {@link TreeInvariants} are checked again after every test.
 *
 * @param <L> the ledger of the adapter
 */
public abstract class LedgerTreeContract<L extends Ledger & LedgerTree> {
    private static final StreamId A = stream("a");
    private static final int TILE = 256;

    @SuppressWarnings("NullAway.Init") // made before each test
    private L ledger;

    private long length;

    /** Makes an empty ledger. */
    protected abstract L create(Clock clock);

    /** The key that signs the checkpoints of the ledger that was made last. */
    protected abstract VerifierKey key();

    /** Makes the ledger of this test. */
    @BeforeEach
    void begin() {
        ledger = create(new SettableClock(LedgerContract.START));
    }

    /** Whatever the test did, the tree is that of the entries. */
    @AfterEach
    void every_invariant_holds() {
        assertThat(TreeInvariants.verify(ledger, ledger, key()))
                .isEqualTo(ledger.head().size());
        ledger.close();
    }

    /** Appends up to a size, at most a tile at a time. */
    private void growTo(long size) {
        while (length < size) {
            int events = (int) Math.min(TILE, size - length);
            assertThat(ledger.append(append(A, length, events))).isInstanceOf(AppendResult.Appended.class);
            length += events;
        }
    }

    private Checkpoint stated(SignedCheckpoint signed) {
        return Checkpoint.parse(SignedNote.parse(signed.note()).text());
    }

    private List<Long> sizes(long from, int max) {
        return ledger.checkpoints(from, max).stream()
                .map(SignedCheckpoint::size)
                .toList();
    }

    @Nested
    class The_tree_of_an_empty_ledger {
        @Test
        void has_a_signed_checkpoint() {
            Checkpoint stated = stated(ledger.checkpoint());
            assertThat(ledger.checkpoint().size()).isZero();
            assertThat(stated).isEqualTo(new Checkpoint(ledger.head().origin(), 0, Rfc6962.EMPTY_ROOT));
            assertThat(ledger.checkpoints(0, 9)).containsExactly(ledger.checkpoint());
        }

        @Test
        void has_no_tile() {
            assertThat(ledger.tiles().tile(new TileId(0, 0, 1))).isEmpty();
        }
    }

    @Nested
    class After_appending {
        @ParameterizedTest
        @ValueSource(longs = {1, 2, 255, 256, 257, 511, 512, 513})
        void the_tree_is_that_of_the_entries(long size) {
            growTo(size);
            assertThat(ledger.checkpoint().size()).isEqualTo(size);
            assertThat(stated(ledger.checkpoint()).size()).isEqualTo(size);
        }

        @Test
        void the_tree_may_be_higher_than_two_tiles() {
            int twoLevels = TILE * TILE;
            growTo(twoLevels - 1);
            assertThat(ledger.tiles().tile(new TileId(1, 0, TILE))).isEmpty();
            growTo(twoLevels);
            assertThat(ledger.tiles().tile(new TileId(1, 0, TILE))).isPresent();
            assertThat(ledger.tiles().tile(new TileId(2, 0, 1))).isPresent();
            growTo(twoLevels + 1);
        }

        @Test
        void a_checkpoint_is_the_one_that_was_signed_then() {
            growTo(1);
            SignedCheckpoint first = ledger.checkpoint();
            growTo(300);
            assertThat(ledger.checkpoints(1, 1)).containsExactly(first);
        }

        @Test
        void the_history_is_read_by_page_from_a_size_on() {
            for (int size = 2; size <= 10; size += 2) {
                growTo(size);
            }
            assertThat(sizes(0, 2)).containsExactly(0L, 2L);
            assertThat(sizes(3, 2)).containsExactly(4L, 6L);
            assertThat(sizes(4, 1)).containsExactly(4L);
            assertThat(sizes(9, 9)).containsExactly(10L);
            assertThat(sizes(11, 9)).isEmpty();
        }

        @Test
        void no_tile_is_wider_than_the_tree() {
            growTo(3);
            assertThat(ledger.tiles().tile(new TileId(0, 0, 3))).isPresent();
            assertThat(ledger.tiles().tile(new TileId(0, 0, 4))).isEmpty();
            assertThat(ledger.tiles().tile(new TileId(0, 1, 1))).isEmpty();
            assertThat(ledger.tiles().tile(new TileId(1, 0, 1))).isEmpty();
        }

        @Test
        void older_partial_tiles_are_still_read() {
            growTo(3);
            Hash root = stated(ledger.checkpoint()).root();
            growTo(700);
            assertThat(new TiledTree(ledger.tiles(), 3).root()).isEqualTo(root);
        }
    }

    @Nested
    class What_appends_nothing {
        @Test
        void signs_nothing() {
            Append first = append(A, 0, 2);
            ledger.append(first);
            ledger.append(first);
            ledger.append(append(UUID.randomUUID(), A, 7, 1));
            assertThat(sizes(0, 9)).containsExactly(0L, 2L);
        }
    }

    @Nested
    class A_reader_among_writers {
        @Test
        void finds_the_tiles_of_every_checkpoint_that_it_sees() {
            CompletableFuture<Void> writers = CompletableFuture.runAsync(() -> ConcurrentAppends.run(ledger, 4, 60));
            do {
                SignedCheckpoint seen = ledger.checkpoint();
                assertThat(new TiledTree(ledger.tiles(), seen.size()).root())
                        .isEqualTo(stated(seen).root());
                assertThat(ledger.head().size()).isGreaterThanOrEqualTo(seen.size());
            } while (!writers.isDone());
            writers.join();
        }
    }
}
