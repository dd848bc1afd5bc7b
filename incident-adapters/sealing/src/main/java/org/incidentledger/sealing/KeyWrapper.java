package org.incidentledger.sealing;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/**
 * Encrypts the keys of subjects with a key that the ledger's storage does not hold. Safe for use by many threads.
 *
 * <p>A {@link KeysetFile} for a ledger on one machine; for production a key service: {@code KeyWrapper.of(client.getAead(uri))} with
 * Tink's {@code KmsClient}.
 */
public interface KeyWrapper {
    /**
     * @param context must be given again to unwrap it
     * @throws GeneralSecurityException when it cannot be wrapped
     */
    byte[] wrap(byte[] key, byte[] context) throws GeneralSecurityException;

    /** @throws GeneralSecurityException when it was not wrapped by this key in this context */
    byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException;

    /** By a key that is gone with this process, for tests of embedding services. */
    static KeyWrapper ofThisProcess() {
        return new ProcessKey();
    }

    /** By a key service, or whatever else stands behind Tink's interface. */
    static KeyWrapper of(Aead aead) {
        return new KeyWrapper() {
            @Override
            public byte[] wrap(byte[] key, byte[] context) throws GeneralSecurityException {
                return aead.encrypt(key, context);
            }

            @Override
            public byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException {
                return aead.decrypt(wrapped, context);
            }

            @Override
            public String toString() {
                return "a key service";
            }
        };
    }
}
