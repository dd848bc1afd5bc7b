package org.incidentledger.core.access;

import java.util.Optional;

/** Keeps access tokens. Safe for use by many threads; answers from memory. */
@FunctionalInterface
public interface TokenStore {
    /** The token of an id, also one that is expired or revoked. */
    Optional<StoredToken> find(String id);
}
