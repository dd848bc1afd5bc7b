package org.incidentledger.embedded;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.contracts.postgres.PostgresServer;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.ledger.Ledger;
import org.incidentledger.ledger.jdbc.H2Database;
import org.incidentledger.ledger.jdbc.JdbcSnapshotStore;
import org.incidentledger.ledger.jdbc.PostgresDatabase;
import org.incidentledger.ledger.memory.MemorySnapshotStore;

/**
 * A program, not a test: how many times a second a long incident that is not in memory is made ready for a decision, with a snapshot and
 * without. Its argument is how many events the incident has.
 */
final class ColdLoads {
    private static final IncidentId LONG = new IncidentId("long");
    private static final long SAMPLE_NANOS = 2_000_000_000L;
    private static final int ROUNDS = 3;

    private ColdLoads() {}

    public static void main(String[] arguments) throws Exception {
        int events = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("cold-loads");
        try (H2Database h2 = H2Database.open(folder);
                PostgresDatabase postgres = PostgresDatabase.open(
                        PostgresServer.shared().url(PostgresServer.shared().createDatabase()), null)) {
            LedgerOptions options = LedgerOptions.defaults().withNotary(new MemoryNotary());
            try (IncidentLedger ledger = IncidentLedger.open(h2.dataSource(), options)) {
                measure("H2", ledger, new JdbcSnapshotStore(h2.dataSource()::getConnection), events);
            }
            LedgerOptions others = LedgerOptions.defaults().withNotary(new MemoryNotary());
            try (IncidentLedger ledger = IncidentLedger.open(postgres.dataSource(), others)) {
                measure("PostgreSQL", ledger, new JdbcSnapshotStore(postgres.dataSource()::getConnection), events);
            }
        }
    }

    private static void measure(String where, IncidentLedger ledger, JdbcSnapshotStore kept, int events)
            throws InterruptedException {
        CommandSender sender = ledger.as(ActorRef.SYSTEM);
        sender.send(LifecycleCommand.ReportIncident.of(LONG, "Slow", IncidentKind.PERFORMANCE, Severity.MINOR));
        for (int i = 1; i < events; i++) {
            sender.send(new RecordCommand.RecordFinding(LONG, "The path of node n-14 fails: " + i, List.of(), null));
        }
        Thread.sleep(1_000);
        LedgerStorageEngine without =
                engine(ledger, new Snapshots(new MemorySnapshotStore(), new ViewCodec(), Set.of()));
        LedgerStorageEngine with = engine(ledger, new Snapshots(kept, new ViewCodec(), Set.of()));
        for (int round = 0; round < ROUNDS; round++) {
            System.out.printf(
                    "%s, %d events: %.0f loads/s without a snapshot, %.0f with one%n",
                    where, events, loads(without), loads(with));
        }
    }

    private static LedgerStorageEngine engine(IncidentLedger ledger, Snapshots snapshots) {
        return new LedgerStorageEngine(
                (Ledger) ledger.reader(), new EventCodec(), snapshots, new SimpleMeterRegistry().timer("append"));
    }

    private static double loads(LedgerStorageEngine engine) {
        long start = System.nanoTime();
        long loads = 0;
        while (System.nanoTime() - start < SAMPLE_NANOS) {
            engine.readAggregate(Streams.of(LONG).toString()).asStream().forEach(event -> {});
            loads++;
        }
        return loads * 1e9 / (System.nanoTime() - start);
    }
}
