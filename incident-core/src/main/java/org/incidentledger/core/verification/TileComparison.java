package org.incidentledger.core.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.TileId;
import org.incidentledger.core.tlog.TilePath;
import org.incidentledger.core.tlog.TileSource;
import org.incidentledger.core.verification.VerificationReport.Part;
import org.jspecify.annotations.Nullable;

/**
 * Compares each hash of the rebuilt tree with the one in its stored tile, as soon as it is known. Holds one tile of each level.
 */
final class TileComparison implements RebuiltTree.TileHashes {
    private static final int LEVEL_BITS = 8;

    /** An entry whose hash is not the one in the tile: which of them was signed is not known here. */
    record LeafDifference(long position, Hash ofEntry, Hash inTile, TileId tile) {}

    private static final class Stored {
        private final TileId id;
        private final byte[] bytes;

        Stored(TileId id, byte[] bytes) {
            this.id = id;
            this.bytes = bytes;
        }

        boolean has(int hashes) {
            return bytes.length >= hashes * Hash.BYTES;
        }

        boolean isWhole() {
            return bytes.length % Hash.BYTES == 0 && bytes.length <= TilePath.FULL_WIDTH * Hash.BYTES;
        }
    }

    private final TileSource tiles;
    private final long treeSize;
    private final List<Stored> current = new ArrayList<>();
    private long compared;
    private @Nullable LeafDifference difference;
    private boolean ended;

    TileComparison(TileSource tiles, long treeSize) {
        this.tiles = tiles;
        this.treeSize = treeSize;
    }

    /** Where an entry and its tile differed first; nothing is compared from there on. */
    @Nullable
    LeafDifference difference() {
        return difference;
    }

    /** How many tiles were read. */
    long compared() {
        return compared;
    }

    /** Nothing is compared from here on. */
    void end() {
        ended = true;
    }

    @Override
    public void complete(int level, long index, byte[] hash) {
        if (!ended) {
            compare(level, index, hash);
        }
    }

    private void compare(int level, long index, byte[] hash) {
        int place = (int) (index % TilePath.FULL_WIDTH);
        if (place == 0) {
            open(level, index);
        }
        Stored tile = current.get(level);
        int from = place * Hash.BYTES;
        if (!tile.has(place + 1)) {
            throw wrong(level, index, "%s ends after %d bytes".formatted(tile.id.path(), tile.bytes.length));
        }
        if (!Arrays.equals(hash, 0, Hash.BYTES, tile.bytes, from, from + Hash.BYTES)) {
            differs(tile, index, Hash.of(hash), Hash.of(Arrays.copyOfRange(tile.bytes, from, from + Hash.BYTES)));
        } else if (place == tile.id.width() - 1 && !tile.isWhole()) {
            throw wrong(
                    level,
                    index,
                    "%s has %d bytes, some behind its last hash".formatted(tile.id.path(), tile.bytes.length));
        }
    }

    /**
     * Looks at what the last tiles hold beyond the tree: nothing, unless the ledger has grown.
     *
     * @param grownTo the number of leaves that a later checkpoint covers
     */
    void requireNothingBeyond(long grownTo) {
        for (Stored tile : current) {
            int hashes = tile.bytes.length / Hash.BYTES;
            long covered = (grownTo >> (LEVEL_BITS * tile.id.level())) - tile.id.index() * TilePath.FULL_WIDTH;
            if (hashes > Math.max(covered, tile.id.width())) {
                long first = tile.id.index() * TilePath.FULL_WIDTH + tile.id.width();
                throw wrong(
                        tile.id.level(),
                        first,
                        "%s holds %d hashes, no checkpoint covers more than %d of them"
                                .formatted(tile.id.path(), hashes, covered));
            }
        }
    }

    private void open(int level, long firstIndex) {
        TileId id = TileId.inTree(level, firstIndex / TilePath.FULL_WIDTH, treeSize);
        byte[] bytes = tiles.tile(id).orElseThrow(() -> wrong(level, firstIndex, "%s is missing".formatted(id.path())));
        Stored tile = new Stored(id, bytes);
        if (level == current.size()) {
            current.add(tile);
        } else {
            current.set(level, tile);
        }
        compared++;
    }

    private void differs(Stored tile, long index, Hash rebuilt, Hash stored) {
        if (tile.id.level() == 0) {
            difference = new LeafDifference(index, rebuilt, stored, tile.id);
            ended = true;
        } else {
            throw wrong(
                    tile.id.level(),
                    index,
                    "%s says that hash %d is %s, the tiles below it and the entries make it %s"
                            .formatted(tile.id.path(), index % TilePath.FULL_WIDTH, stored, rebuilt));
        }
    }

    private static FoundException wrong(int level, long index, String what) {
        long first = index << (LEVEL_BITS * level);
        return new FoundException(
                Part.TILE,
                first,
                "position %d: the tile %s; restore the tiles from a copy, or have them made anew from the entries"
                        .formatted(first, what));
    }
}
