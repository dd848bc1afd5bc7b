package org.incidentledger.core.tlog;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable sequence of bytes, compared by content: an entry, a key, a signature. */
public final class Octets {

    private final byte[] bytes;

    private Octets(byte[] owned) {
        this.bytes = owned;
    }

    /** A copy of these bytes. */
    public static Octets of(byte[] bytes) {
        return new Octets(bytes.clone());
    }

    /** The number of bytes. */
    public int length() {
        return bytes.length;
    }

    /** A fresh copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes themselves, for reading only. */
    byte[] shared() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Lowercase hex of all the bytes. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
