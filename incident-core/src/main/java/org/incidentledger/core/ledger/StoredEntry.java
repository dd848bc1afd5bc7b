package org.incidentledger.core.ledger;

/** One entry as it lies in the ledger: its bytes are never serialized again. */
public final class StoredEntry {
    private final long position;
    private final byte[] bytes;

    /** @param bytes not copied; the caller gives them away */
    public StoredEntry(long position, byte[] bytes) {
        this.position = position;
        this.bytes = bytes;
    }

    /** Counts from 0 without gaps. */
    public long position() {
        return position;
    }

    /** The entry in its canonical form (UTF-8 JSON); not copied, must not be changed. */
    public byte[] bytes() {
        return bytes;
    }
}
