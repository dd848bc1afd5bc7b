package org.incidentledger.timestamp;

import java.math.BigInteger;
import java.time.Instant;

/** What a time-stamp proved to be worth. */
public sealed interface TimestampCheck {

    /**
     * The authority says that the checkpoint existed at this instant.
     *
     * @param at as the authority's clock said; how exact that is, its policy says
     * @param authority the subject of the certificate that signed
     * @param policy the policy under which it was signed, an object identifier
     * @param serial the number that the authority gave it
     */
    record Proved(Instant at, String authority, String policy, BigInteger serial) implements TimestampCheck {}

    /**
     * It proves nothing.
     *
     * @param message says what was found and what to do
     */
    record Refused(String message) implements TimestampCheck {}
}
