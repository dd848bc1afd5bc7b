package org.incidentledger.core.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.incidentledger.core.encoding.EncodingException;
import org.incidentledger.core.encoding.KeyRotation;
import org.incidentledger.core.ledger.LedgerEvent;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.VerificationReport.Part;

/**
 * Which keys must have signed a checkpoint. Each replacement of a key is an entry; the first checkpoint that covers it is signed
 * by the old key and the new one, so that each vouches for the other.
 */
final class KeyChain {
    private final VerifierKey trusted;
    private final List<VerifierKey> signers = new ArrayList<>();
    private final boolean firstIsKnown;
    private boolean trustedIsOfTheLedger;
    private long rotations;

    /**
     * @param trusted the key that the auditor has: any of the keys that the ledger has had
     * @param first the ledger's first key; when it is not known, nothing that was signed is proved until a key is replaced
     */
    KeyChain(VerifierKey trusted, Optional<VerifierKey> first) {
        this.trusted = trusted;
        first.ifPresent(signers::add);
        firstIsKnown = first.isPresent();
        trustedIsOfTheLedger = first.equals(Optional.of(trusted));
    }

    /** Whether the note bears a signature that says it was made by this key. It is not verified here. */
    static boolean bears(SignedNote note, VerifierKey key) {
        return note.signatures().stream().anyMatch(key::isNamedBy);
    }

    /** What the entry of a replacement says about the old key, if anything. Nothing of it is proved here. */
    static Optional<VerifierKey> oldKey(StoredEntry entry) {
        try {
            return Optional.of(VerifierKey.parse(KeyRotation.read(entry).oldKey()));
        } catch (EncodingException | TlogException e) {
            return Optional.empty();
        }
    }

    /** Takes in the entry of a replacement. */
    void replace(StoredEntry entry) {
        LedgerEvent.KeyRotated rotation = read(entry);
        if (signers.isEmpty()) {
            signers.add(key(rotation.oldKey(), entry.position()));
        }
        if (!rotation.oldKey().equals(current().text())) {
            throw found(
                    entry.position(),
                    "says that the key %s is replaced, but the ledger's key was %s"
                            .formatted(rotation.oldKey(), current().text()));
        }
        signers.add(key(rotation.newKey(), entry.position()));
        trustedIsOfTheLedger |= current().equals(trusted);
        rotations++;
    }

    /** Who must have signed the next checkpoint. */
    List<VerifierKey> signers() {
        return List.copyOf(signers);
    }

    /** From the next checkpoint on, the newest key is enough. */
    void covered() {
        signers.subList(0, Math.max(0, signers.size() - 1)).clear();
    }

    VerifierKey current() {
        return signers.getLast();
    }

    /** @throws FoundException unless the trusted key is one of the keys from the first to the last */
    void requireTrusted() {
        if (!firstIsKnown || !trustedIsOfTheLedger) {
            throw new FoundException(
                    Part.CHECKPOINT,
                    0,
                    "the checkpoint of size 0 is not signed by %s, and no entry leads from its key to that one%s"
                            .formatted(
                                    trusted.text(),
                                    signers.isEmpty()
                                            ? ""
                                            : "; the last key that entries name is "
                                                    + current().text()));
        }
    }

    long rotations() {
        return rotations;
    }

    private static LedgerEvent.KeyRotated read(StoredEntry entry) {
        try {
            return KeyRotation.read(entry);
        } catch (EncodingException e) {
            throw found(entry.position(), "should say which key is replaced, but cannot be read: " + e.getMessage());
        }
    }

    private static VerifierKey key(String text, long position) {
        try {
            return VerifierKey.parse(text);
        } catch (TlogException e) {
            throw found(position, "names a key that is none: " + e.getMessage());
        }
    }

    private static FoundException found(long position, String what) {
        return new FoundException(Part.ENTRY, position, "position %d: the entry %s".formatted(position, what));
    }
}
