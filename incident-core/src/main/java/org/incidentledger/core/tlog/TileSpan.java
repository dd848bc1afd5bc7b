package org.incidentledger.core.tlog;

import org.incidentledger.core.tlog.TlogException.OutsideTree;

/** The tiles of one level that hold the hashes or entries from one count (inclusive) to another (exclusive). */
record TileSpan(long from, long to) {

    interface Visitor {
        void tile(long index, int width);
    }

    TileSpan {
        if (from < 0 || from > to) {
            throw new OutsideTree("Growth from %d to %d is not possible: a tree only grows, from 0 up; swap the sizes"
                    .formatted(from, to));
        }
    }

    /** The same growth, counted in the hashes of a higher level. */
    TileSpan atLevel(int level) {
        return new TileSpan(TileId.hashesAt(level, from), TileId.hashesAt(level, to));
    }

    void each(Visitor visitor) {
        for (long index = from / TilePath.FULL_WIDTH; from < to && index <= lastIndex(); index++) {
            visitor.tile(index, widthAt(to, index));
        }
    }

    private long lastIndex() {
        return (to - 1) / TilePath.FULL_WIDTH;
    }

    static int widthAt(long count, long index) {
        long before = index <= Long.MAX_VALUE / TilePath.FULL_WIDTH ? index * TilePath.FULL_WIDTH : Long.MAX_VALUE;
        if (index < 0 || before >= count) {
            throw new OutsideTree(
                    "Tile %d does not exist where a level holds %d hashes or entries: ask for tiles 0 to %d"
                            .formatted(index, count, (count - 1) / TilePath.FULL_WIDTH));
        }
        return (int) Math.min(TilePath.FULL_WIDTH, count - before);
    }
}
