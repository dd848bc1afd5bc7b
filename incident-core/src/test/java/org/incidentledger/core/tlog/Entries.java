package org.incidentledger.core.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.IntStream;

/** Entries to fill trees with: the i-th is the text {@code entry i}. */
final class Entries {

    private Entries() {}

    static Octets entry(int index) {
        return Octets.of(("entry " + index).getBytes(UTF_8));
    }

    static Hash leafHash(int index) {
        return Rfc6962.leafHash(entry(index));
    }

    static List<Hash> leafHashes(int count) {
        return leafHashes(0, count);
    }

    static List<Hash> leafHashes(int from, int to) {
        return IntStream.range(from, to).mapToObj(Entries::leafHash).toList();
    }
}
