package org.incidentledger.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.ledger.files.FileTrouble;
import org.incidentledger.ledger.files.SecretFile;
import org.jspecify.annotations.Nullable;

/**
 * A keyset of Tink in a file that only its owner may read, made when it is first needed. Whoever reads the file and the database reads
 * every sealed value: keep them apart, and in different backups.
 */
public final class KeysetFile implements KeyWrapper {
    private final SecretFile file;
    private @Nullable Aead aead;

    public KeysetFile(Path path) {
        this.file = new SecretFile(path);
    }

    @Override
    public byte[] wrap(byte[] key, byte[] context) throws GeneralSecurityException {
        return aead(true).encrypt(key, context);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException {
        return aead(false).decrypt(wrapped, context);
    }

    /**
     * Adds a key that wraps from now on; the ones before stay, so that what they wrapped can be unwrapped.
     *
     * @throws LedgerException.Unavailable when the file cannot be read or written
     */
    public synchronized void addKey() {
        KeysetHandle.Builder next = KeysetHandle.newBuilder(read().orElseThrow(this::missing));
        next.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary());
        write(next);
    }

    /**
     * Takes away every key but the one that wraps now. What only they could unwrap is lost.
     *
     * @return how many were taken away
     * @throws LedgerException.Unavailable when the file cannot be read or written
     */
    public synchronized int dropOldKeys() {
        KeysetHandle before = read().orElseThrow(this::missing);
        KeysetHandle.Builder next = KeysetHandle.newBuilder(before);
        for (int i = next.size() - 1; i >= 0; i--) {
            if (!next.getAt(i).isPrimary()) {
                next.deleteAt(i);
            }
        }
        int dropped = before.size() - next.size();
        write(next);
        return dropped;
    }

    private synchronized Aead aead(boolean mayMake) throws GeneralSecurityException {
        Aead known = aead;
        if (known == null) {
            register();
            KeysetHandle handle = read().orElseGet(() -> {
                if (mayMake) {
                    return make();
                }
                throw missing();
            });
            known = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
            aead = known;
        }
        return known;
    }

    /**
     * Returns when the file can be used, or is not there and need not be.
     *
     * @param isNeeded whether it wrapped something already
     * @throws LedgerException.Unavailable when the file is missing, cannot be read, is no keyset, or others may read it
     */
    public void check(boolean isNeeded) {
        if (read().isEmpty() && isNeeded) {
            throw missing();
        }
    }

    private LedgerException.Unavailable missing() {
        return unavailable("is missing, which wrapped the keys of sealed values: put it back");
    }

    private Optional<KeysetHandle> read() {
        try {
            register();
            Optional<String> text = file.read();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            file.requireOwnerOnly("rotate the sealing key if anybody may have read it");
            return Optional.of(TinkJsonProtoKeysetFormat.parseKeyset(
                    text.get(), RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        } catch (IOException e) {
            throw unavailable("cannot be read: " + FileTrouble.meaning(e));
        } catch (GeneralSecurityException | IllegalArgumentException notOne) {
            throw unavailable("is no keyset; put the right file back");
        }
    }

    private KeysetHandle make() {
        try {
            register();
            KeysetHandle made =
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
            store(made);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java makes no AES keys", e);
        }
    }

    private void write(KeysetHandle.Builder next) {
        try {
            store(next.build());
            aead = null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keyset cannot be changed", e);
        }
    }

    private void store(KeysetHandle handle) throws GeneralSecurityException {
        try {
            file.replaceDurably(TinkJsonProtoKeysetFormat.serializeKeyset(
                    handle, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        } catch (IOException e) {
            throw unavailable("cannot be written: " + FileTrouble.meaning(e));
        }
    }

    private static void register() throws GeneralSecurityException {
        AeadConfig.register();
    }

    /** Without a cause: what a parser says may quote what it parsed. */
    private LedgerException.Unavailable unavailable(String why) {
        return new LedgerException.Unavailable("%s %s".formatted(file.path(), why), null);
    }

    @Override
    public String toString() {
        return "the keyset in " + file.path();
    }
}
