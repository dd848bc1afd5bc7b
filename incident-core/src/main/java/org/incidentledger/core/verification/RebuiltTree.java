package org.incidentledger.core.verification;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.Rfc6962;

/**
 * The RFC 6962 tree over entries that are read one after the other. Like {@link org.incidentledger.core.tlog.Frontier}, but
 * it changes in place and makes no objects: a verification hashes every entry of a ledger. For use by one thread.
 */
final class RebuiltTree {
    /** Hears of each subtree that is a hash of a tile, at the moment its last leaf is appended. */
    interface TileHashes {
        /**
         * The {@code index}-th hash at a level of tiles.
         *
         * @param hash valid only during the call
         */
        void complete(int level, long index, byte[] hash);
    }

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;
    private static final int HEIGHT_OF_TILE = 8;

    private final MessageDigest sha256 = sha256();
    private final byte[][] peaks = new byte[Long.SIZE][Hash.BYTES];
    private final TileHashes listener;
    private byte[] hash = new byte[Hash.BYTES];
    private long size;

    RebuiltTree(TileHashes listener) {
        this.listener = listener;
    }

    long size() {
        return size;
    }

    void append(byte[] entry) {
        sha256.update(LEAF);
        sha256.update(entry);
        digest();
        listener.complete(0, size, hash);
        int height = 0;
        while ((size >> height & 1) == 1) {
            sha256.update(NODE);
            sha256.update(peaks[height]);
            sha256.update(hash);
            digest();
            height++;
            if (height % HEIGHT_OF_TILE == 0) {
                listener.complete(height / HEIGHT_OF_TILE, size >> height, hash);
            }
        }
        byte[] spare = peaks[height];
        peaks[height] = hash;
        hash = spare;
        size++;
    }

    /** The root of the tree over all that was appended. */
    Hash root() {
        if (size == 0) {
            return Rfc6962.EMPTY_ROOT;
        }
        int height = Long.numberOfTrailingZeros(size);
        Hash root = Hash.of(peaks[height]);
        for (height++; size >> height != 0; height++) {
            if ((size >> height & 1) == 1) {
                root = Rfc6962.nodeHash(Hash.of(peaks[height]), root);
            }
        }
        return root;
    }

    private void digest() {
        try {
            sha256.digest(hash, 0, Hash.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("a digest of SHA-256 does not fit into 32 bytes", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which every one must have", e);
        }
    }
}
