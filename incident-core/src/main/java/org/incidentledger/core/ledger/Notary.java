package org.incidentledger.core.ledger;

import java.util.List;
import java.util.Optional;
import org.incidentledger.core.tlog.NoteSigner;
import org.incidentledger.core.tlog.VerifierKey;

/**
 * Signs the checkpoints of one ledger and remembers the last one, both outside of the ledger's storage: whoever can write to the
 * storage alone can then neither sign another history nor set this one back unnoticed. Safe for use by many threads.
 *
 * <p>Every process that appends to the ledger signs with the same key; each remembers for itself.
 */
public interface Notary {
    /**
     * The key of a ledger that is about to be made; its name becomes the ledger's origin. Asked again after an interruption, it
     * is the same key.
     *
     * @param origin a name for the key, if there is none yet
     * @throws LedgerException.Unavailable when the key can neither be read nor made, or is in use by another ledger
     */
    NoteSigner signerOfNewLedger(String origin);

    /**
     * The key of a ledger that was made before.
     *
     * @throws LedgerException.Unavailable when the key cannot be read, saying why and what to do
     */
    NoteSigner signer(String origin);

    /** Keys that signed before, as far as this notary knows; entries of the ledger say when each gave way to the next. */
    List<VerifierKey> retired(String origin);

    /**
     * The key that is to take over, if one was made that did not yet.
     *
     * @throws LedgerException.Unavailable when it cannot be read
     */
    Optional<NoteSigner> pendingSigner(String origin);

    /**
     * The key that is to take over, made if there is none. It is kept until it did: a crash in between leaves either key to go on
     * with.
     *
     * @throws LedgerException.Unavailable when it can neither be read nor made
     */
    NoteSigner nextSigner(String origin);

    /**
     * The entry by which the next key takes over is durable: it replaces the one that signed, which is destroyed.
     *
     * @throws LedgerException.Unavailable when that cannot be written; it may be tried again
     */
    void promoteNext(String origin);

    /**
     * The checkpoint that was remembered last.
     *
     * @throws LedgerException.Unavailable when it cannot be read
     */
    Optional<SignedCheckpoint> remembered(String origin);

    /**
     * Remembers a checkpoint whose entries are durable, in place of the one before.
     *
     * @throws LedgerException.Unavailable when it cannot be written; the entries stay durable
     */
    void remember(String origin, SignedCheckpoint checkpoint);
}
