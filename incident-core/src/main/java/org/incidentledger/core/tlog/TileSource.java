package org.incidentledger.core.tlog;

import java.util.Optional;

/** Where stored tiles are read from: a table, a folder, a web server. */
@FunctionalInterface
public interface TileSource {

    /**
     * The stored bytes of a tile.
     *
     * <p>They may be those of a wider tile with the same level and index: tiles only grow, and the reader takes the
     * first {@code id.width()} hashes. So a source may keep one row for each level and index, and delete a partial
     * tile once a wider one is stored.
     *
     * @return empty when neither this tile nor a wider one is stored; the reader then throws
     *     {@link TlogException.TileMissing}
     */
    Optional<byte[]> tile(TileId id);
}
