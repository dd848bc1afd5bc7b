package org.incidentledger.core.tlog;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Rows of hashes: their bytes one after the other, and the root of a row that is the bottom of a perfect subtree. */
final class HashRow {

    private HashRow() {}

    static byte[] concatenate(List<Hash> row) {
        ByteBuffer bytes = ByteBuffer.allocate(row.size() * Hash.BYTES);
        row.forEach(hash -> bytes.put(hash.shared()));
        return bytes.array();
    }

    /** The first {@code count} hashes in bytes that hold at least so many. */
    static List<Hash> split(byte[] bytes, int count) {
        List<Hash> row = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            row.add(Hash.at(bytes, i * Hash.BYTES));
        }
        return row;
    }

    /** The root over a row whose length is a power of two. */
    static Hash root(List<Hash> row) {
        return root(row, Rfc6962.sha256());
    }

    private static Hash root(List<Hash> row, MessageDigest digest) {
        if (row.size() == 1) {
            return row.getFirst();
        }
        int middle = row.size() / 2;
        Hash left = root(row.subList(0, middle), digest);
        return Rfc6962.nodeHash(digest, left, root(row.subList(middle, row.size()), digest));
    }
}
