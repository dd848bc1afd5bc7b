package org.incidentledger.core.tlog;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.incidentledger.core.tlog.TlogException.Malformed;

/** A SHA-256 hash: an immutable value of exactly 32 bytes. */
public final class Hash {

    /** The length of every hash, in bytes. */
    public static final int BYTES = 32;

    private static final StrictFormat FORMAT = new StrictFormat("hash", "pass a whole SHA-256 hash");

    private final byte[] bytes;

    private Hash(byte[] owned) {
        this.bytes = owned;
    }

    /**
     * The hash with a copy of these bytes.
     *
     * @throws Malformed when there are not exactly 32
     */
    public static Hash of(byte[] bytes) {
        FORMAT.require(bytes.length == BYTES, bytes.length + " bytes", "a hash has 32");
        return new Hash(bytes.clone());
    }

    /**
     * The hash with this lowercase hex form.
     *
     * @throws Malformed unless it is 64 digits of 0-9 and a-f
     */
    public static Hash ofHex(String hex) {
        boolean wellFormed = hex.length() == 2 * BYTES && StrictFormat.isLowercaseHex(hex);
        FORMAT.require(wellFormed, hex, "its hex form is 64 digits of 0-9 and a-f");
        return new Hash(HexFormat.of().parseHex(hex));
    }

    /**
     * The hash with this padded standard base64 form.
     *
     * @throws Malformed unless it is the one such form of 32 bytes
     */
    public static Hash ofBase64(String base64) {
        return FORMAT.hash(base64, "its base64 form");
    }

    /** Takes the 32 bytes at an offset that the caller has checked. */
    static Hash at(byte[] bytes, int offset) {
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
    }

    /** Wraps a digest that nobody else holds. */
    static Hash owning(byte[] digest) {
        return new Hash(digest);
    }

    /** The bytes themselves, for reading only. */
    byte[] shared() {
        return bytes;
    }

    /** A fresh copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** 64 lowercase hex digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** 44 characters of padded standard base64. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
