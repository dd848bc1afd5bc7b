package org.incidentledger.core.access;

import org.incidentledger.core.vocabulary.Words;

/** What an actor is to a ledger. An actor may have several roles; what each allows is the table of {@link Action}. */
public enum Role {
    /** Sees incidents as those who respond see them, and reports them; changes nothing else. */
    READER,
    /** Deals with incidents. */
    RESPONDER,
    /** Speaks for the company: to the public, to clients, to authorities. */
    COMMUNICATOR,
    /** Agrees to what others wrote, and to what is left undone. */
    APPROVER,
    /** Sees who did what, and takes proofs away. */
    AUDITOR,
    /** Holds the keys: opens and erases sealed values, replaces the signing key, gives roles. */
    KEY_HOLDER;

    /** The stable word of this role, such as {@code key-holder}. */
    public String word() {
        return Words.of(this);
    }

    /** @throws org.incidentledger.core.vocabulary.InvalidValueException naming the word and every word that would do */
    public static Role parse(String word) {
        return Words.parse(Role.class, word);
    }
}
