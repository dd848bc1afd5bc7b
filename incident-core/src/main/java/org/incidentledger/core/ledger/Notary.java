package org.incidentledger.core.ledger;

import java.util.Optional;
import org.incidentledger.core.tlog.NoteSigner;

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
