package org.incidentledger.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.ledger.RecordedRefusal;
import org.incidentledger.core.ledger.RefusalLog;
import org.incidentledger.core.ledger.StreamId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every log of refusals does. */
public abstract class RefusalLogContract {
    private static final StreamId STREAM = SampleAppends.stream("a");
    private static final Instant NOW = Instant.parse("2025-03-01T10:00:00.000001Z");
    private static final Refusal FIRST = new Refusal(Rule.TEXT_EMPTY, "the text is empty; say what “happened” 😀");
    private static final Refusal SECOND = new Refusal(Rule.INCIDENT_CLOSED, "the incident is closed");
    private static final int CALLERS = 40;

    @SuppressWarnings("NullAway.Init") // made before each test
    private RefusalLog log;

    /** Makes an empty log. */
    protected abstract RefusalLog create();

    /** Makes the log of this test. */
    @BeforeEach
    void begin() {
        log = create();
    }

    @Test
    void a_command_that_was_not_refused_is_unknown() {
        log.record(UUID.randomUUID(), STREAM, FIRST, NOW);
        assertThat(log.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_refusal_is_given_back_with_its_rule_and_message() {
        UUID command = UUID.randomUUID();
        log.record(command, STREAM, FIRST, NOW);
        assertThat(log.find(command)).contains(FIRST);
    }

    @Test
    void the_first_refusal_of_a_command_stands() {
        UUID command = UUID.randomUUID();
        log.record(command, STREAM, FIRST, NOW);
        log.record(command, STREAM, SECOND, NOW);
        assertThat(log.find(command)).contains(FIRST);
    }

    @Test
    void every_rule_is_known_again() {
        for (Rule rule : Rule.values()) {
            UUID command = UUID.randomUUID();
            log.record(command, STREAM, new Refusal(rule, "no"), NOW);
            assertThat(log.find(command)).contains(new Refusal(rule, "no"));
        }
    }

    @Test
    void many_callers_may_record_the_same_command() {
        UUID command = UUID.randomUUID();
        IntStream.range(0, CALLERS).parallel().forEach(caller -> log.record(command, STREAM, FIRST, NOW));
        assertThat(log.find(command)).contains(FIRST);
    }

    @Test
    void the_newest_come_first_with_everything_that_is_known_of_them() {
        List<RecordedRefusal> recorded = IntStream.range(0, 5)
                .mapToObj(second -> new RecordedRefusal(UUID.randomUUID(), STREAM, FIRST, NOW.plusSeconds(second)))
                .toList();
        recorded.forEach(r -> log.record(r.commandId(), r.stream(), r.refusal(), r.receivedAt()));
        assertThat(log.newest(2)).containsExactly(recorded.get(4), recorded.get(3));
        assertThat(log.newest(100)).containsExactlyElementsOf(recorded.reversed());
    }

    @Test
    void what_is_pruned_is_forgotten_and_nothing_else() {
        UUID before = UUID.randomUUID();
        UUID then = UUID.randomUUID();
        log.record(before, STREAM, FIRST, NOW.minusNanos(1_000));
        log.record(then, STREAM, SECOND, NOW);
        assertThat(log.prune(NOW)).isEqualTo(1);
        assertThat(log.find(before)).isEmpty();
        assertThat(log.find(then)).contains(SECOND);
        assertThat(log.prune(NOW)).isZero();
    }
}
