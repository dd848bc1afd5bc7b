package org.incidentledger.core.tlog;

import java.util.List;
import org.incidentledger.core.tlog.TlogException.Malformed;

/**
 * A tile with its hashes.
 *
 * @param id which tile, and how wide
 * @param hashes as many as {@code id.width()}
 */
public record Tile(TileId id, List<Hash> hashes) {

    private static final StrictFormat FORMAT = new StrictFormat("tile", "read it again from where it is stored");

    /**
     * Checks the components.
     *
     * @throws Malformed when the hashes are not as many as the width
     */
    public Tile {
        hashes = List.copyOf(hashes);
        if (hashes.size() != id.width()) {
            throw FORMAT.malformed(hashes.size() + " hashes", id.path() + " has " + id.width());
        }
    }

    /**
     * Reads the stored bytes of a tile.
     *
     * @param bytes the hashes of this tile, or of a wider one with the same level and index, which begins with them
     * @throws Malformed when the bytes are too few, more than 8,192, or not a whole number of hashes
     */
    public static Tile parse(TileId id, byte[] bytes) {
        boolean whole = bytes.length % Hash.BYTES == 0 && bytes.length <= TilePath.FULL_WIDTH * Hash.BYTES;
        if (!whole || bytes.length < id.width() * Hash.BYTES) {
            throw FORMAT.malformed(
                    bytes.length + " bytes",
                    "%s has %d hashes of 32 bytes, or more up to 256".formatted(id.path(), id.width()));
        }
        return new Tile(id, HashRow.split(bytes, id.width()));
    }

    /**
     * The root of the subtree that a full tile holds: one hash of the tile a level higher.
     *
     * @throws Malformed when the tile is not full
     */
    public Hash root() {
        FORMAT.require(id.isFull(), id.path(), "only a full tile is a whole subtree");
        return HashRow.root(hashes);
    }

    /** The bytes to store: the hashes one after the other. */
    public byte[] bytes() {
        return HashRow.concatenate(hashes);
    }
}
