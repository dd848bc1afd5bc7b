package org.incidentledger.web.page;

/**
 * What a verifier must know of a ledger.
 *
 * @param origin its name
 * @param key verifies its checkpoints now, as text
 */
public record LedgerIdentity(String origin, String key) {}
