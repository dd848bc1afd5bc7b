package org.incidentledger.embedded;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import org.incidentledger.core.incident.IncidentPolicy;

/**
 * What the embedding service may choose.
 *
 * @param policy the rules that are its own
 * @param clock gives the instants at which commands are received and entries recorded
 * @param meters where the meters go
 */
public record LedgerOptions(IncidentPolicy policy, Clock clock, MeterRegistry meters) {
    /** The default policy, the clock of the system, and meters that go nowhere. */
    public static LedgerOptions defaults() {
        return new LedgerOptions(IncidentPolicy.DEFAULT, Clock.systemUTC(), new CompositeMeterRegistry());
    }

    /** The same with another policy. */
    public LedgerOptions withPolicy(IncidentPolicy other) {
        return new LedgerOptions(other, clock, meters);
    }

    /** The same with another clock. */
    public LedgerOptions withClock(Clock other) {
        return new LedgerOptions(policy, other, meters);
    }

    /** The same with another registry of meters. */
    public LedgerOptions withMeters(MeterRegistry other) {
        return new LedgerOptions(policy, clock, other);
    }
}
