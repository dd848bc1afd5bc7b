package org.incidentledger.embedded;

import java.security.SecureRandom;
import org.incidentledger.core.ledger.Ledger;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.sealing.KeyWrapper;
import org.incidentledger.sealing.KeysetFile;
import org.incidentledger.sealing.Sealer;
import org.jspecify.annotations.Nullable;

/** Makes what seals and opens the values of a ledger. */
final class LedgerSealer {
    private LedgerSealer() {}

    /**
     * @param key absent when nothing can be sealed
     * @throws LedgerException.Unavailable when there is no key, or its file is not the one that wrapped the keys that are there
     */
    static Sealer of(Ledger ledger, @Nullable KeyWrapper key) {
        if (key == null) {
            throw new LedgerException.Unavailable(
                    "nothing can be sealed or opened without a key that lies outside of the database: say which,"
                            + " LedgerOptions.withSealingKey(new KeysetFile(path))",
                    null);
        }
        if (key instanceof KeysetFile file) {
            // A new one in the place of one that was lost would wrap what comes, and nobody would miss the other.
            file.check(!ledger.sealed().keys("", 1).isEmpty());
        }
        return new Sealer(ledger.sealed(), key, new SecureRandom());
    }
}
