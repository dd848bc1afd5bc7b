package org.incidentledger.core.encoding;

import java.util.List;
import org.incidentledger.core.ledger.LedgerEvent;
import org.incidentledger.core.ledger.StoredEntry;

/** Reads the entries that say which key signs the checkpoints of a ledger. */
public final class KeyRotation {
    /** The stable name of the event. */
    public static final String TYPE = "ledger.key-rotated";

    private static final EventCodec CODEC =
            new EventCodec(List.of(new EventType(LedgerEvent.KeyRotated.class, TYPE, 1)), List.of());

    private KeyRotation() {}

    /** @throws EncodingException when the entry is not one of this type, in a revision that is known */
    public static LedgerEvent.KeyRotated read(StoredEntry stored) {
        Entry entry = EntryFormat.read(stored);
        return (LedgerEvent.KeyRotated) CODEC.decode(entry.event(), entry.position());
    }
}
