package org.incidentledger.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** A key in memory, made when it is first needed. */
final class ProcessKey implements KeyWrapper {
    private static final SecureRandom RANDOM = new SecureRandom();

    private @Nullable Aead cipher;

    @Override
    public byte[] wrap(byte[] key, byte[] context) throws GeneralSecurityException {
        return cipher().encrypt(key, context);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException {
        return cipher().decrypt(wrapped, context);
    }

    private synchronized Aead cipher() throws GeneralSecurityException {
        Aead made = cipher;
        if (made == null) {
            byte[] key = new byte[SubjectKey.BYTES];
            RANDOM.nextBytes(key);
            made = new AesGcmJce(key);
            cipher = made;
        }
        return made;
    }

    @Override
    public String toString() {
        return "the key of this process";
    }
}
