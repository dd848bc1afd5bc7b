package org.incidentledger.core.ledger;

/** What happens to a ledger itself; its entries are in the ledger like all others. */
public sealed interface LedgerEvent {
    /**
     * Another key signs the checkpoints from here on. The first checkpoint that covers this entry is signed by both keys, every later
     * one by the new key.
     *
     * @param oldKey the verifier key of the one that signed until now, as text
     * @param newKey the verifier key of the one that signs from now on, as text
     */
    record KeyRotated(String oldKey, String newKey) implements LedgerEvent {}
}
