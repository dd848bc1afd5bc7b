package org.incidentledger.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.incidentledger.core.tlog.Rfc6962;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.TlogProof;
import org.incidentledger.core.tlog.TrustedLog;
import org.incidentledger.core.tlog.VerifiedCheckpoint;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.EntryProof;

/** A proof of one entry in two files: the proof (C2SP tlog-proof) and, under the same name with {@code .entry}, the entry. */
public final class ProofFiles {
    private static final String ENTRY = ".entry";
    private static final int ENTRY_BYTES = 65_535;

    private ProofFiles() {}

    /** @throws BundleException.Unavailable when a file cannot be written */
    public static void write(Path file, EntryProof proof) {
        try {
            Files.write(entryOf(file), proof.entry().bytes());
            Files.writeString(file, proof.proof().format());
        } catch (IOException e) {
            throw failed(file, "written", e);
        }
    }

    /**
     * Verifies the two files with nothing but them and a key.
     *
     * @param key the ledger's key when it signed, known from elsewhere
     * @return the checkpoint that the entry is under
     * @throws TlogException when they prove nothing
     * @throws BundleException.Refused when one of the files is not there
     * @throws BundleException.Unavailable when a file cannot be read
     */
    public static VerifiedCheckpoint verify(Path file, VerifierKey key) {
        byte[] proof = read(file, TlogProof.MAX_CHARS);
        byte[] entry = read(entryOf(file), ENTRY_BYTES + 1);
        return TlogProof.parse(proof).verify(new TrustedLog(key.name(), key), Rfc6962.leafHash(entry));
    }

    /** Where the entry of a proof lies. */
    public static Path entryOf(Path file) {
        return file.resolveSibling(file.getFileName() + ENTRY);
    }

    /** A text of a proof beside those files. @throws BundleException.Unavailable when it cannot be written */
    public static void writeText(Path file, String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(file, "written", e);
        }
    }

    private static byte[] read(Path file, int maxBytes) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(maxBytes);
        } catch (NoSuchFileException e) {
            throw new BundleException.Refused(
                    "there is no file %s; a proof is two files, FILE and FILE%s, check the path"
                            .formatted(file, ENTRY));
        } catch (IOException e) {
            throw failed(file, "read", e);
        }
    }

    private static BundleException failed(Path file, String done, IOException e) {
        return new BundleException.Unavailable(
                "%s cannot be %s (%s); check the path and its permissions".formatted(file, done, e.getMessage()), e);
    }
}
