package org.incidentledger.embedded;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.core.incident.IncidentPolicy;
import org.incidentledger.projections.StandardProjections;
import org.incidentledger.projections.replay.Projection;

/**
 * What the embedding service may choose.
 *
 * @param policy the rules that are its own
 * @param clock gives the instants at which commands are received and entries recorded
 * @param meters where the meters go
 * @param projections the views that are kept live; their names are distinct
 */
public record LedgerOptions(IncidentPolicy policy, Clock clock, MeterRegistry meters, List<Projection<?>> projections) {
    public LedgerOptions {
        projections = List.copyOf(projections);
    }

    /** The default policy, the clock of the system, meters that go nowhere, and the standard views. */
    public static LedgerOptions defaults() {
        return new LedgerOptions(
                IncidentPolicy.DEFAULT, Clock.systemUTC(), new CompositeMeterRegistry(), StandardProjections.all());
    }

    /** The same with another policy. */
    public LedgerOptions withPolicy(IncidentPolicy other) {
        return new LedgerOptions(other, clock, meters, projections);
    }

    /** The same with another clock. */
    public LedgerOptions withClock(Clock other) {
        return new LedgerOptions(policy, other, meters, projections);
    }

    /** The same with another registry of meters. */
    public LedgerOptions withMeters(MeterRegistry other) {
        return new LedgerOptions(policy, clock, other, projections);
    }

    /** The same with one more view that is kept live, of the embedding service's own. */
    public LedgerOptions withProjection(Projection<?> own) {
        return new LedgerOptions(
                policy,
                clock,
                meters,
                Stream.concat(projections.stream(), Stream.of(own)).toList());
    }
}
