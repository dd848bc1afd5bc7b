package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.RecordEvent;
import org.incidentledger.core.incident.ReportSource;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.Draft;
import org.incidentledger.core.ledger.Notary;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.ledger.jdbc.JdbcLedger;
import org.incidentledger.ledger.jdbc.JdbcPlace;
import org.incidentledger.projections.StandardProjections;
import org.incidentledger.projections.replay.Documents;
import org.incidentledger.projections.replay.Projection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ledger whose views lack more than their processors are left alone with: more than two stretches. */
class CatchUpTest {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int INCIDENTS = 24;
    private static final int EVENTS_EACH = 500;
    private static final long LAST = (long) INCIDENTS * EVENTS_EACH - 1;

    /** Lies in the second stretch. */
    private static final long UNFOLDABLE = 7_777;

    private final CountedStreams counts = new CountedStreams(event -> false);
    private final DataSource dataSource = Databases.inMemory();
    private final Notary notary = new MemoryNotary();
    private final EventCodec codec = new EventCodec();

    @BeforeEach
    void nobody_has_kept_the_views() {
        try (JdbcLedger ledger = JdbcLedger.open(new JdbcPlace(dataSource, notary), Clock.systemUTC())) {
            for (int half = 0; half < 2; half++) {
                for (int incident = 0; incident < INCIDENTS; incident++) {
                    ledger.append(half(new IncidentId("i-" + incident), half));
                }
            }
        }
    }

    /** Each incident has a half in either half of history, so that documents go from one stretch into the next. */
    private Append half(IncidentId incident, int half) {
        List<Draft> drafts = new ArrayList<>();
        int first = half * EVENTS_EACH / 2;
        for (int number = first; number < first + EVENTS_EACH / 2; number++) {
            drafts.add(new Draft(UUID.randomUUID(), codec.encode(event(incident, number))));
        }
        StreamId stream = Streams.of(incident);
        return new Append(stream, first, SampleAppends.header(UUID.randomUUID()), drafts);
    }

    private static IncidentEvent event(IncidentId incident, int number) {
        return number == 0
                ? new LifecycleEvent.IncidentReported(
                        incident,
                        "Node n-14 does not answer",
                        IncidentKind.AVAILABILITY,
                        Severity.MAJOR,
                        ReportSource.MONITORING,
                        null,
                        null,
                        null,
                        List.of(),
                        false,
                        null,
                        null)
                : new RecordEvent.FindingRecorded("finding " + number, List.of(), null);
    }

    private IncidentLedger open(Projection<?>... more) {
        LedgerOptions options = LedgerOptions.defaults().withNotary(notary);
        for (Projection<?> projection : more) {
            options = options.withProjection(projection);
        }
        return IncidentLedger.open(dataSource, options);
    }

    @Test
    void every_view_holds_what_replaying_gives() {
        try (IncidentLedger ledger = open()) {
            ledger.await(LAST, SOON);
            Views replayed = ledger.asOf(Moment.position(LAST));
            for (Projection<?> projection : StandardProjections.all()) {
                assertThat(List.<Object>copyOf(
                                ledger.views().of(projection).all().toList()))
                        .as(projection.name())
                        .isEqualTo(List.copyOf(replayed.of(projection).all().toList()));
            }
        }
    }

    @Test
    void what_is_appended_meanwhile_and_later_follows() {
        try (IncidentLedger ledger = open()) {
            long next = ledger.as(ActorRef.SYSTEM)
                    .send(new LifecycleCommand.AcknowledgeIncident(new IncidentId("i-0")))
                    .receipt()
                    .lastPosition();
            ledger.await(next, SOON);
            assertThat(ledger.views().size()).isEqualTo(LAST + 2);
        }
    }

    @Test
    void a_view_that_cannot_fold_an_event_puts_it_aside_and_the_others_go_on() {
        CountedStreams chokes = new CountedStreams(event -> event.position() == UNFOLDABLE);
        try (IncidentLedger ledger = open(chokes)) {
            ledger.await(LAST, SOON);
            long aside = ledger.deadLetters().getOrDefault("counts", 0L);
            long folded = sum(ledger.views().of(chokes));
            assertThat(ledger.deadLetters()).containsOnlyKeys("counts");
            assertThat(aside).isPositive();
            assertThat(folded + aside).isEqualTo(LAST + 1);
        }
    }

    @Test
    void closing_ends_it_and_the_next_opening_goes_on() throws SQLException {
        open().close();
        try (IncidentLedger ledger = open()) {
            ledger.await(LAST, SOON);
            Map<String, String> live = Databases.documents(dataSource);
            ledger.rebuild();
            assertThat(Databases.documents(dataSource)).isEqualTo(live);
        }
    }

    @Test
    void what_another_process_took_in_meanwhile_is_not_taken_in_twice() {
        Storage storage = JdbcStorage.open(new JdbcPlace(dataSource, notary), Clock.systemUTC(), codec, () -> {});
        List<Projection<?>> views = List.of(counts);
        AtomicBoolean alone = new AtomicBoolean(true);
        BooleanSupplier overtaken = () -> {
            if (alone.getAndSet(false)) {
                catchUp(storage, views).run(views, view -> 0, () -> false);
            }
            return false;
        };
        assertThatExceptionOfType(UnableToClaimTokenException.class)
                .isThrownBy(() -> catchUp(storage, views).run(views, view -> 0, overtaken))
                .withMessageContaining("counts");
        long folded = sum(new StoredDocuments<>(counts, storage.views(), new ViewCodec()));
        storage.close();
        assertThat(folded).isEqualTo(LAST + 1);
    }

    private static long sum(Documents<CountedStreams.Count> counted) {
        return counted.all().mapToInt(CountedStreams.Count::events).sum();
    }

    private CatchUp catchUp(Storage storage, List<Projection<?>> views) {
        List<String> names = views.stream().map(Projection::name).toList();
        return new CatchUp(
                new EventFeed(storage.ledger(), new HistoryDecoder(codec)),
                storage,
                new ViewCodec(),
                new ViewProgress(names, storage.sharing()));
    }
}
