package org.incidentledger.core.tlog;

import java.util.regex.Matcher;
import org.incidentledger.core.tlog.TlogException.Malformed;

/** Where a static resource of a tiled log lies, relative to the log's prefix (C2SP tlog-tiles). */
public sealed interface TilePath permits TileId, BundleId {

    /** The hashes or entries in a full tile or bundle. */
    int FULL_WIDTH = 256;

    /** The largest index a path may have: eighteen digits, more than 2^63 leaves need. */
    long MAX_INDEX = 999_999_999_999_999_999L;

    /** Which tile of its level this is, from 0 on the left. */
    long index();

    /** The hashes or entries in it, 1 to 256. */
    int width();

    /** The path, with {@code .p/<W>} when the width is less than 256. */
    String path();

    /** Whether nothing can be added to it any more. */
    default boolean isFull() {
        return width() == FULL_WIDTH;
    }

    /**
     * Reads a path in its only spelling: {@code parse(p).path()} equals {@code p}.
     *
     * @throws Malformed for any other text
     */
    static TilePath parse(String path) {
        Matcher parts = PathSyntax.PATTERN.matcher(path);
        PathSyntax.FORMAT.require(parts.matches(), path, PathSyntax.RULE);
        String level = parts.group("level");
        long index = PathSyntax.index(parts.group("index"));
        int width = parts.group("width") == null ? FULL_WIDTH : Integer.parseInt(parts.group("width"));
        TilePath parsed = level.equals("entries")
                ? new BundleId(index, width)
                : new TileId(Integer.parseInt(level), index, width);
        PathSyntax.FORMAT.require(parsed.path().equals(path), path, PathSyntax.RULE);
        return parsed;
    }
}
