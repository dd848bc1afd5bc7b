package org.incidentledger.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.Ciphertext;
import org.incidentledger.core.sealing.Commitment;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.PlainValue;
import org.incidentledger.core.sealing.WrappedKey;

/** The key of one subject, ready for use. It never shows in a text. */
final class SubjectKey {
    static final int BYTES = 32;

    private final UUID id;
    private final ActorRef subject;
    private final Aead cipher;

    private SubjectKey(UUID id, ActorRef subject, byte[] bytes) throws GeneralSecurityException {
        this.id = id;
        this.subject = subject;
        this.cipher = new AesGcmJce(bytes);
    }

    /** A key of these random bytes, which are wiped, and its wrapping. */
    static Fresh make(UUID id, ActorRef subject, byte[] bytes, KeyWrapper wrapper) throws GeneralSecurityException {
        byte[] wrapped = wrapper.wrap(bytes, context(id, subject));
        SubjectKey key = new SubjectKey(id, subject, bytes);
        Arrays.fill(bytes, (byte) 0);
        return new Fresh(key, new WrappedKey(id, subject, new Ciphertext(wrapped)));
    }

    /** A key that is about to be stored. */
    record Fresh(SubjectKey key, WrappedKey wrapped) {}

    static SubjectKey unwrap(WrappedKey wrapped, KeyWrapper wrapper) throws GeneralSecurityException {
        byte[] bytes = wrapper.unwrap(wrapped.wrapped().bytes(), context(wrapped.id(), wrapped.subject()));
        SubjectKey key = new SubjectKey(wrapped.id(), wrapped.subject(), bytes);
        Arrays.fill(bytes, (byte) 0);
        return key;
    }

    /** The same key, wrapped by the key that wraps now. */
    static WrappedKey rewrap(WrappedKey before, KeyWrapper wrapper) throws GeneralSecurityException {
        byte[] context = context(before.id(), before.subject());
        byte[] bytes = wrapper.unwrap(before.wrapped().bytes(), context);
        byte[] wrapped = wrapper.wrap(bytes, context);
        Arrays.fill(bytes, (byte) 0);
        return new WrappedKey(before.id(), before.subject(), new Ciphertext(wrapped));
    }

    UUID id() {
        return id;
    }

    /** Where its entry will be is said when it is appended. */
    EncryptedValue encrypt(PlainValue value) throws GeneralSecurityException {
        byte[] text = value.text().getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(Commitment.KEY_BYTES + text.length)
                .put(value.key())
                .put(text)
                .array();
        byte[] content = cipher.encrypt(plain, context(value.id(), subject));
        Arrays.fill(plain, (byte) 0);
        return new EncryptedValue(value.id(), subject, id, 0, new Ciphertext(content));
    }

    PlainValue decrypt(EncryptedValue value) throws GeneralSecurityException {
        byte[] plain = cipher.decrypt(value.content().bytes(), context(value.id(), subject));
        if (plain.length < Commitment.KEY_BYTES) {
            throw new GeneralSecurityException("too short");
        }
        byte[] key = Arrays.copyOf(plain, Commitment.KEY_BYTES);
        String text =
                new String(plain, Commitment.KEY_BYTES, plain.length - Commitment.KEY_BYTES, StandardCharsets.UTF_8);
        return new PlainValue(value.id(), subject, key, text);
    }

    /** What is encrypted opens under the same id and subject only: nothing can be exchanged for another. */
    private static byte[] context(UUID id, ActorRef subject) {
        return ("incident-ledger\n" + id + '\n' + subject).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "key %s of %s".formatted(id, subject);
    }
}
