package org.incidentledger.core.tlog;

/** What a key signs, with the byte that stands for it (C2SP signed-note, signature types). */
public enum KeyType {

    /** Ed25519 over the text of the note: a log's own signature. */
    ED25519((byte) 0x01),

    /** Ed25519 over a time and the text of the note: a witness's {@code cosignature/v1} (C2SP tlog-cosignature). */
    COSIGNATURE_V1((byte) 0x04);

    private final byte code;

    KeyType(byte code) {
        this.code = code;
    }

    byte code() {
        return code;
    }
}
