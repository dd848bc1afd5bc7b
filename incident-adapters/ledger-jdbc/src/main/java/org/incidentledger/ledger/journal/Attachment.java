package org.incidentledger.ledger.journal;

/** What a group changes beside its entries, in bytes that only whoever wrote them understands. */
public final class Attachment {
    /** Nothing. */
    public static final Attachment NONE = new Attachment(new byte[0]);

    private final byte[] bytes;

    /** @param bytes not copied; the caller gives them away */
    public Attachment(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Not copied, must not be changed. */
    public byte[] bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }
}
