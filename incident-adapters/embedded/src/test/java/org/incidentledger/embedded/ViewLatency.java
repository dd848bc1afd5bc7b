package org.incidentledger.embedded;

import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.contracts.postgres.PostgresServer;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.ledger.jdbc.PostgresDatabase;
import org.incidentledger.projections.measures.MeasuresProjection;

/**
 * A program, not a test: how long after its receipt an event shows in a view of another node, on a PostgreSQL of its own. Its
 * arguments are how many events, and how many a second.
 */
final class ViewLatency {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WARM_UP = 100;

    private ViewLatency() {}

    public static void main(String[] arguments) {
        int events = Integer.parseInt(arguments[0]);
        long pauseNanos = 1_000_000_000L / Long.parseLong(arguments[1]);
        LedgerOptions options = LedgerOptions.defaults().withNotary(new MemoryNotary());
        String url = PostgresServer.shared().url(PostgresServer.shared().createDatabase());
        try (PostgresDatabase first = PostgresDatabase.open(url, null);
                PostgresDatabase second = PostgresDatabase.open(url, null);
                IncidentLedger keeper = IncidentLedger.open(first.dataSource(), options);
                IncidentLedger other = IncidentLedger.open(second.dataSource(), options)) {
            measure("the other node appends, the one that keeps the views shows", other, keeper, events, pauseNanos);
            measure("the node that keeps the views appends, the other shows", keeper, other, events, pauseNanos);
        }
    }

    private static void measure(String what, IncidentLedger from, IncidentLedger at, int events, long pauseNanos) {
        run(from, at, WARM_UP, pauseNanos);
        long[] nanos = run(from, at, events, pauseNanos);
        Arrays.sort(nanos);
        System.out.printf(
                "%s: %d events, p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                what,
                events,
                nanos[events / 2] / 1e6,
                nanos[events * 9 / 10] / 1e6,
                nanos[events * 99 / 100] / 1e6,
                nanos[events - 1] / 1e6);
    }

    private static long[] run(IncidentLedger from, IncidentLedger at, int events, long pauseNanos) {
        long[] nanos = new long[events];
        for (int i = 0; i < events; i++) {
            LockSupport.parkNanos(pauseNanos);
            IncidentId id = new IncidentId(UUID.randomUUID().toString());
            from.as(ActorRef.SYSTEM)
                    .send(LifecycleCommand.ReportIncident.of(
                            id, "Mail is slow", IncidentKind.PERFORMANCE, Severity.MINOR))
                    .receipt();
            nanos[i] = untilShown(at, id.value());
        }
        return nanos;
    }

    private static long untilShown(IncidentLedger at, String key) {
        long start = System.nanoTime();
        while (at.views().of(new MeasuresProjection()).get(key).isEmpty()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("the view never showed " + key);
            }
            LockSupport.parkNanos(500_000);
        }
        return System.nanoTime() - start;
    }
}
