package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.contracts.faults.Fault;
import org.incidentledger.contracts.faults.FaultyDataSource;
import org.incidentledger.contracts.faults.Step;
import org.incidentledger.contracts.postgres.PostgresServer;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.ledger.jdbc.PostgresDatabase;
import org.incidentledger.projections.replay.Projection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The transactions in which views store their documents and their position fail, or end without an answer: no view loses an event or
 * takes one in twice.
 */
class ViewCommitTest {
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final String STORE_POSITION = "UPDATE TokenEntry SET token";
    private static final String STORE_DOCUMENTS_ON_H2 = "MERGE INTO view_document";
    private static final int REPORTS = 20;
    private static final Positions POSITIONS = new Positions();

    private int reports;

    /** What becomes of the transaction. */
    enum Break {
        A_STATEMENT_FAILS,
        THE_COMMIT_FAILS,
        THE_COMMIT_FAILS_AND_THE_CONNECTION_IS_LOST,
        THE_COMMIT_IS_NOT_ANSWERED,
        THE_COMMIT_IS_NOT_ANSWERED_AND_THE_CONNECTION_IS_LOST;

        /** @param sql how a statement of the transaction begins */
        Fault of(String sql) {
            Fault failing = Fault.before(Step.commitAfter(sql));
            Fault unanswered = Fault.after(Step.commitAfter(sql));
            return switch (this) {
                case A_STATEMENT_FAILS -> Fault.before(Step.execute(sql));
                case THE_COMMIT_FAILS -> failing;
                case THE_COMMIT_FAILS_AND_THE_CONNECTION_IS_LOST -> failing.losingConnection();
                case THE_COMMIT_IS_NOT_ANSWERED -> unanswered;
                case THE_COMMIT_IS_NOT_ANSWERED_AND_THE_CONNECTION_IS_LOST -> unanswered.losingConnection();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_event_is_taken_in_once_by_views_that_are_kept(Break how) {
        keep(Databases.inMemory(), how);
    }

    @ParameterizedTest
    @EnumSource(names = {"THE_COMMIT_FAILS_AND_THE_CONNECTION_IS_LOST", "THE_COMMIT_IS_NOT_ANSWERED"})
    void every_event_is_taken_in_once_on_postgresql(Break how) {
        PostgresServer server = PostgresServer.shared();
        try (PostgresDatabase pool = PostgresDatabase.open(server.url(server.createDatabase()), null)) {
            keep(pool.dataSource(), how);
        }
    }

    private void keep(DataSource database, Break how) {
        FaultyDataSource faulty = new FaultyDataSource(database);
        try (IncidentLedger ledger = open(faulty)) {
            ledger.await(report(ledger), SOON);
            faulty.add(how.of(STORE_POSITION));
            ledger.await(report(ledger), SOON);
            assertThat(faulty.faultsLeft()).isZero();
            assertEveryEventIsTakenInOnce(ledger);

            ledger.await(report(ledger), SOON);
            assertEveryEventIsTakenInOnce(ledger);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_event_is_taken_in_once_by_a_rebuild(Break how) {
        rebuild(how.of(STORE_DOCUMENTS_ON_H2));
    }

    @ParameterizedTest
    @EnumSource
    void every_event_is_taken_in_once_when_the_emptying_for_a_rebuild_fails(Break how) {
        rebuild(how.of(STORE_POSITION));
    }

    private void rebuild(Fault fault) {
        FaultyDataSource faulty = new FaultyDataSource(Databases.inMemory());
        try (IncidentLedger ledger = open(faulty)) {
            long last = report(ledger);
            ledger.await(last, SOON);
            faulty.add(fault);
            assertThatExceptionOfType(LedgerException.Unavailable.class).isThrownBy(ledger::rebuild);
            assertThat(faulty.faultsLeft()).isZero();

            ledger.await(last, SOON);
            assertEveryEventIsTakenInOnce(ledger);
            ledger.rebuild();
            assertEveryEventIsTakenInOnce(ledger);
        }
    }

    /** With one view, so that it is the one which is struck. */
    private static IncidentLedger open(FaultyDataSource database) {
        LedgerOptions defaults = LedgerOptions.defaults();
        return IncidentLedger.open(
                database.dataSource(),
                new LedgerOptions(
                        defaults.policy(),
                        defaults.clock(),
                        defaults.meters(),
                        List.of(POSITIONS),
                        new MemoryNotary(),
                        defaults.access(),
                        defaults.sealingKey(),
                        defaults.upkeep()));
    }

    /** Reports some, and gives back the position of the last. */
    private long report(IncidentLedger ledger) {
        long last = 0;
        for (int i = 0; i < REPORTS; i++) {
            last = SmallReports.report(ledger, "i-" + reports++);
        }
        return last;
    }

    private static void assertEveryEventIsTakenInOnce(IncidentLedger ledger) {
        long size = ledger.head().size();
        assertThat(ledger.views().of(POSITIONS).all())
                .singleElement()
                .satisfies(seen -> assertThat(seen.positions())
                        .containsExactlyElementsOf(
                                LongStream.range(0, size).boxed().toList()));
        assertThat(ledger.deadLetters()).isEmpty();
    }

    record Seen(List<Long> positions) {}

    /** Remembers the position of every event, in the order in which they came. */
    private static final class Positions implements Projection<Seen> {
        @Override
        public String name() {
            return "positions";
        }

        @Override
        public Class<Seen> documentType() {
            return Seen.class;
        }

        @Override
        public List<String> keys(RecordedEvent event) {
            return List.of("all");
        }

        @Override
        public Seen apply(String key, @Nullable Seen before, RecordedEvent event) {
            List<Long> positions = before == null ? new ArrayList<>() : new ArrayList<>(before.positions());
            positions.add(event.position());
            return new Seen(positions);
        }
    }
}
