package org.incidentledger.core.sealing;

import java.util.Arrays;

/** Encrypted bytes. They never show in a text. Immutable by agreement: nobody changes what {@link #bytes} gives. */
public final class Ciphertext {
    private final byte[] bytes;

    /** @param bytes not copied; the caller gives them away */
    public Ciphertext(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Not copied, must not be changed. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ciphertext that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " encrypted bytes";
    }
}
