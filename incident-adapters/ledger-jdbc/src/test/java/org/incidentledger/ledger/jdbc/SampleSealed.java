package org.incidentledger.ledger.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.Ciphertext;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;

/** Keys and values that no test opens. */
final class SampleSealed {
    private SampleSealed() {}

    static WrappedKey key(ActorRef subject) {
        return new WrappedKey(UUID.randomUUID(), subject, bytes("key"));
    }

    /** A value of the first event of an append. */
    static EncryptedValue value(WrappedKey key) {
        return new EncryptedValue(UUID.randomUUID(), key.subject(), key.id(), 0, bytes("value"));
    }

    private static Ciphertext bytes(String text) {
        return new Ciphertext(text.getBytes(StandardCharsets.UTF_8));
    }
}
