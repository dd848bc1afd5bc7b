package org.incidentledger.core.tlog;

import java.util.regex.Pattern;

/** How tile paths and bundle paths are spelt. */
final class PathSyntax {

    static final StrictFormat FORMAT =
            new StrictFormat("tile path", "take it from a list of tiles of this tree's size");
    static final String RULE = "a path is tile/<0-63 or entries>/<groups of three digits, all but the last behind an x,"
            + " no leading x000>, with .p/<1-255> when partial";
    static final Pattern PATTERN = Pattern.compile(
            "tile/(?<level>entries|[0-9]{1,2})/(?<index>(?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/(?<width>[0-9]{1,3}))?");

    private static final int GROUP = 1000;

    private PathSyntax() {}

    static long index(String groups) {
        return Long.parseLong(groups.replace("x", "").replace("/", ""));
    }

    static String path(String level, TilePath tile) {
        String suffix = tile.isFull() ? "" : ".p/" + tile.width();
        return "tile/" + level + "/" + groups(tile.index()) + suffix;
    }

    static void requireBounds(long index, int width) {
        FORMAT.require(index >= 0 && index <= TilePath.MAX_INDEX, index, "an index has at most eighteen digits");
        FORMAT.require(width >= 1 && width <= TilePath.FULL_WIDTH, width, "a width is 1 to 256");
    }

    private static String groups(long index) {
        StringBuilder groups = new StringBuilder("%03d".formatted(index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            groups.insert(0, "x%03d/".formatted(rest % GROUP));
        }
        return groups.toString();
    }
}
