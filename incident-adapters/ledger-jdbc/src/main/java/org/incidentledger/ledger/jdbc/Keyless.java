package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.SubjectFilter;
import org.incidentledger.core.sealing.WrappedKey;
import org.jspecify.annotations.Nullable;

/**
 * Subjects that have no key for certain, in a database into which nobody else stores any: no new one need be asked for. Who has a key is
 * read page by page, a page with every hundredth look-up that was in vain, so that no append waits for all of them, and what is read stays
 * in proportion to what it saves. For use by the sequencer's thread.
 */
final class Keyless {
    private static final int LOOK_UPS_FOR_A_PAGE = 100;
    private static final int PAGE_KEYS = 500;

    /** From the first key on: one that is not stored yet is not read either. */
    private @Nullable SubjectFilter keyed;

    private int inVain;
    private String readUpTo = "";
    private boolean allRead;

    boolean includes(ActorRef subject) {
        return allRead && keyed != null && !keyed.mayContain(subject);
    }

    /** The subject may get a key: to be said before it is stored, since nobody may be told whether it was. */
    void remove(ActorRef subject) {
        keyed().add(subject);
    }

    /** A subject was not included, was looked up, and has no key. */
    void lookedUpInVain(Connection connection) throws SQLException {
        inVain++;
        if (!allRead && inVain % LOOK_UPS_FOR_A_PAGE == 0) {
            readOn(connection);
        }
    }

    private void readOn(Connection connection) throws SQLException {
        SubjectFilter read = keyed();
        List<WrappedKey> page = KeyTable.behind(connection, readUpTo, PAGE_KEYS);
        for (WrappedKey key : page) {
            read.add(key.subject());
            readUpTo = key.subject().value();
        }
        allRead = page.size() < PAGE_KEYS;
    }

    private SubjectFilter keyed() {
        if (keyed == null) {
            keyed = new SubjectFilter();
        }
        return keyed;
    }

    /** Somebody else may have stored keys. */
    void forgetAll() {
        keyed = null;
        readUpTo = "";
        allRead = false;
    }
}
