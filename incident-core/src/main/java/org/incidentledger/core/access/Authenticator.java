package org.incidentledger.core.access;

/** Finds out who shows an access token. Safe for use by many threads; answers from memory, within microseconds. */
@FunctionalInterface
public interface Authenticator {
    /** @param shown what the bearer shows, as it came */
    Authentication authenticate(String shown);
}
