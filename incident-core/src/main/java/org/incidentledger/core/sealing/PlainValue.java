package org.incidentledger.core.sealing;

import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;

/**
 * A personal or secret value in plain text, with what binds it to its entry. It shows neither in any text: {@link #toString} names
 * id and subject.
 */
public final class PlainValue {
    private final UUID id;
    private final ActorRef subject;
    private final byte[] key;
    private final String text;

    /**
     * @param key of the commitment, {@link Commitment#KEY_BYTES} random bytes that are used for no other value
     * @param text the value
     */
    public PlainValue(UUID id, ActorRef subject, byte[] key, String text) {
        this.id = id;
        this.subject = subject;
        this.key = key.clone();
        this.text = text;
    }

    /** The id of the sealed value. */
    public UUID id() {
        return id;
    }

    /** Whom it is about. */
    public ActorRef subject() {
        return subject;
    }

    /** Opens the commitment together with the text; a copy. */
    public byte[] key() {
        return key.clone();
    }

    /** The value itself. */
    public String text() {
        return text;
    }

    /** What the ledger holds of it. */
    public SealedValue sealed() {
        return new SealedValue(id, subject, Commitment.of(key, text));
    }

    /** Whether the ledger committed to exactly this, under this id, about this subject. */
    public boolean opens(SealedValue value) {
        return value.id().equals(id) && value.subject().equals(subject) && Commitment.opens(value, key, text);
    }

    @Override
    public String toString() {
        return "plain value %s about %s".formatted(id, subject);
    }
}
