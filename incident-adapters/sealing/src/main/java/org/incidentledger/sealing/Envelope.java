package org.incidentledger.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/**
 * Encrypts texts of any length that are kept outside of the ledger, each by a key of its own, which lies beside the text and is wrapped by
 * a {@link KeyWrapper}. Safe for use by many threads.
 */
public final class Envelope {
    private final Aead aead;
    private final KeyWrapper key;

    /** @param key what wraps; asked for every text */
    public Envelope(KeyWrapper key) {
        this.key = key;
        try {
            AeadConfig.register();
            this.aead = KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, new Wrapping(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java makes no AES keys", e);
        }
    }

    /**
     * @param context must be given again to open it
     * @throws GeneralSecurityException when it cannot be encrypted
     */
    public byte[] close(byte[] text, byte[] context) throws GeneralSecurityException {
        return aead.encrypt(text, context);
    }

    /** @throws GeneralSecurityException when it is not whole, or was not closed by this key in this context */
    public byte[] open(byte[] closed, byte[] context) throws GeneralSecurityException {
        return aead.decrypt(closed, context);
    }

    @Override
    public String toString() {
        return "an envelope by " + key;
    }

    /** A key that wraps, as Tink sees it. */
    private record Wrapping(KeyWrapper key) implements Aead {
        @Override
        public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
            return key.wrap(plaintext, associatedData);
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
            return key.unwrap(ciphertext, associatedData);
        }
    }
}
