package org.incidentledger.core.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The Merkle hashing of RFC 6962 §2.1 over SHA-256. Leaves and nodes are hashed with different first bytes, so that no
 * node can be passed off as an entry. Safe for use by any number of threads.
 */
public final class Rfc6962 {

    /** The root of the tree without leaves: SHA-256 of no bytes. */
    public static final Hash EMPTY_ROOT = Hash.owning(sha256().digest());

    private static final byte LEAF_PREFIX = 0x00;
    private static final byte NODE_PREFIX = 0x01;

    private Rfc6962() {}

    /** SHA-256(0x00 ‖ entry). */
    public static Hash leafHash(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF_PREFIX);
        return Hash.owning(digest.digest(entry));
    }

    /** SHA-256(0x00 ‖ entry). */
    public static Hash leafHash(Octets entry) {
        return leafHash(entry.shared());
    }

    /** SHA-256(0x01 ‖ left ‖ right). */
    public static Hash nodeHash(Hash left, Hash right) {
        return nodeHash(sha256(), left, right);
    }

    /** @param digest begun with nothing, and ready for the next afterwards: asking for a new one takes longer than hashing */
    static Hash nodeHash(MessageDigest digest, Hash left, Hash right) {
        digest.update(NODE_PREFIX);
        digest.update(left.shared());
        return Hash.owning(digest.digest(right.shared()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which every one must have", e);
        }
    }
}
