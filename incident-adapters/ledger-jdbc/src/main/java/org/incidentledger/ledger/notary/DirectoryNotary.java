package org.incidentledger.ledger.notary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.Notary;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.Ed25519Signer;
import org.incidentledger.core.tlog.NoteSigner;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.ledger.files.FileTrouble;
import org.incidentledger.ledger.files.OwnerOnly;
import org.incidentledger.ledger.files.SecretFile;

/**
 * Keeps the signing key of one ledger in {@code ledger.key}, which only its owner may read, the key that verifies in {@code
 * ledger.vkey}, the ones that verified before in {@code ledger.vkey.retired}, and the last
 * checkpoint in {@code checkpoint} and {@code checkpoint.copy}.
 *
 * <p>A directory on another disk than the database, or on another machine, is worth more: whoever can set back the database and this
 * directory together can set back the ledger unnoticed, but for those who hold a later checkpoint.
 */
public final class DirectoryNotary implements Notary {
    private final Path directory;
    private final SecretFile key;
    private final SecretFile verifierKey;
    private final SecretFile nextKey;
    private final SecretFile retired;
    private final SecretFile checkpoint;
    private final SecretFile copy;

    /** @param directory is made, for its owner only, when the first key is */
    public DirectoryNotary(Path directory) {
        this.directory = directory;
        this.key = new SecretFile(directory.resolve("ledger.key"));
        this.verifierKey = new SecretFile(directory.resolve("ledger.vkey"));
        this.nextKey = new SecretFile(directory.resolve("ledger.key.pending"));
        this.retired = new SecretFile(directory.resolve("ledger.vkey.retired"));
        this.checkpoint = new SecretFile(directory.resolve("checkpoint"));
        this.copy = new SecretFile(directory.resolve("checkpoint.copy"));
    }

    @Override
    public synchronized NoteSigner signerOfNewLedger(String origin) {
        try {
            Files.createDirectories(directory, OwnerOnly.directory(directory));
            Optional<Ed25519Signer> left = read(key);
            if (left.isPresent() && checkpoint.read().isPresent()) {
                throw new LedgerException.Unavailable(
                        ("%s holds the key of the ledger %s, and the database holds no ledger: was it lost, or is this the wrong one?"
                                        + " Put the database back, or keep the keys of a new ledger in a directory of their own")
                                .formatted(directory, left.get().verifierKey().name()),
                        null);
            }
            // A key without a checkpoint was made just before a crash, and has signed nothing that counts.
            return new FastSigner(left.isPresent() ? left.get() : made(origin));
        } catch (IOException e) {
            throw unavailable("make the signing key in", e);
        }
    }

    @Override
    public synchronized NoteSigner signer(String origin) {
        try {
            Ed25519Signer signer = read(key)
                    .orElseThrow(() -> new LedgerException.Unavailable(
                            ("there is no signing key in %s: put ledger.key of the ledger %s there; if it is lost, the ledger can still be"
                                            + " read and verified, but nothing more can be signed")
                                    .formatted(directory, origin),
                            null));
            String name = signer.verifierKey().name();
            if (!name.equals(origin)) {
                throw new LedgerException.Unavailable(
                        "the key in %s belongs to the ledger %s, and the database holds %s; open each ledger with its own key"
                                .formatted(directory, name, origin),
                        null);
            }
            return new FastSigner(signer);
        } catch (IOException e) {
            throw unavailable("read the signing key in", e);
        }
    }

    @Override
    public synchronized List<VerifierKey> retired(String origin) {
        try {
            return retired.read().stream()
                    .flatMap(String::lines)
                    .map(VerifierKey::parse)
                    .toList();
        } catch (IOException e) {
            throw unavailable("read the retired keys in", e);
        } catch (TlogException e) {
            throw new LedgerException.Unavailable(
                    "%s holds a line that is no key: %s".formatted(retired.path(), e.getMessage()), e);
        }
    }

    @Override
    public synchronized Optional<NoteSigner> pendingSigner(String origin) {
        try {
            return read(nextKey).map(FastSigner::new);
        } catch (IOException e) {
            throw unavailable("read the next signing key in", e);
        }
    }

    @Override
    public synchronized NoteSigner nextSigner(String origin) {
        try {
            Optional<Ed25519Signer> left = read(nextKey);
            if (left.isPresent()) {
                return new FastSigner(left.get());
            }
            Ed25519Signer made = Ed25519Signer.generate(origin, new SecureRandom());
            nextKey.replaceDurably(made.secret() + "\n");
            return new FastSigner(made);
        } catch (IOException e) {
            throw unavailable("make the next signing key in", e);
        }
    }

    /** A crash between the steps leaves the next key in its place, and the same is done again. */
    @Override
    public synchronized void promoteNext(String origin) {
        try {
            Ed25519Signer next = read(nextKey)
                    .orElseThrow(() -> new LedgerException.Unavailable(
                            "the next signing key in %s is gone; put it back".formatted(directory), null));
            VerifierKey old = signer(origin).verifierKey();
            List<VerifierKey> before = retired(origin);
            if (!old.equals(next.verifierKey()) && !before.contains(old)) {
                String lines = retired.read().orElse("") + old.text() + "\n";
                retired.replaceDurably(lines);
            }
            verifierKey.replaceDurably(next.verifierKey().text() + "\n");
            key.replaceDurably(next.secret() + "\n");
            nextKey.delete();
        } catch (IOException e) {
            throw unavailable("replace the signing key in", e);
        }
    }

    @Override
    public synchronized Optional<SignedCheckpoint> remembered(String origin) {
        try {
            List<String> notes = Stream.concat(checkpoint.read().stream(), copy.read().stream())
                    .toList();
            List<SignedCheckpoint> whole =
                    notes.stream().flatMap(note -> whole(note).stream()).toList();
            if (whole.isEmpty() && !notes.isEmpty()) {
                throw new LedgerException.Unavailable(
                        "neither %s nor %s is a checkpoint: put one back that this ledger signed"
                                .formatted(checkpoint.path(), copy.path()),
                        null);
            }
            return whole.stream().max(Comparator.comparingLong(SignedCheckpoint::size));
        } catch (IOException e) {
            throw unavailable("read the last checkpoint in", e);
        }
    }

    /** Empty for one that a power cut tore: the other of the two is whole. */
    private static Optional<SignedCheckpoint> whole(String note) {
        try {
            return Optional.of(new SignedCheckpoint(
                    Checkpoint.parse(SignedNote.parse(note).text()).size(), note));
        } catch (TlogException torn) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void remember(String origin, SignedCheckpoint signed) {
        try {
            // One after the other: a power cut tears at most one of them.
            copy.overwrite(signed.note());
            checkpoint.overwrite(signed.note());
        } catch (IOException e) {
            throw unavailable("keep the last checkpoint in", e);
        }
    }

    private static Optional<Ed25519Signer> read(SecretFile file) throws IOException {
        file.requireOwnerOnly("rotate the key if anybody may have read it");
        try {
            return file.read().map(String::strip).map(Ed25519Signer::parse);
        } catch (TlogException e) {
            throw new LedgerException.Unavailable("%s holds no key: %s".formatted(file.path(), e.getMessage()), e);
        }
    }

    private Ed25519Signer made(String origin) throws IOException {
        Ed25519Signer signer = Ed25519Signer.generate(origin, new SecureRandom());
        verifierKey.replaceDurably(signer.verifierKey().text() + "\n");
        key.replaceDurably(signer.secret() + "\n");
        return signer;
    }

    private LedgerException.Unavailable unavailable(String doing, IOException e) {
        return new LedgerException.Unavailable(
                "cannot %s %s: %s".formatted(doing, directory, FileTrouble.meaning(e)), e);
    }
}
