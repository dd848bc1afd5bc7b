package org.incidentledger.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.incidentledger.core.incident.ContainmentEvent.AccessClosed;
import org.incidentledger.core.ledger.EncodedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in the ledgers of others is read for ever, and written today as yesterday. */
class GoldenFilesTest {
    private static final EventCodec CODEC = new EventCodec();

    /** What the data of revisions that nothing writes any more says today. */
    private static final Map<GoldenFile, Object> OLD = Map.of(
            GoldenFile.of("incident.access-closed", 1),
            new AccessClosed(GoldenIncidentEvents.PANEL, "12 sessions ended.", false));

    static Stream<Object> full() {
        return Stream.concat(GoldenIncidentEvents.all(), GoldenPageEvents.all());
    }

    static Stream<Object> least() {
        return Stream.concat(GoldenIncidentEvents.least(), GoldenPageEvents.least());
    }

    static Stream<EncodedEvent> old() {
        return EventTypes.ALL.stream()
                .flatMap(type -> IntStream.range(1, type.revision())
                        .mapToObj(revision -> new EncodedEvent(
                                type.name(),
                                revision,
                                GoldenFile.of(type.name(), revision).text())));
    }

    @ParameterizedTest
    @MethodSource("full")
    void an_event_with_everything_has_these_bytes(Object event) {
        EncodedEvent encoded = CODEC.encode(event);
        GoldenFile file = GoldenFile.of(encoded.type(), encoded.revision());
        file.assertHolds(encoded.data());
        assertThat(CODEC.decode(new EncodedEvent(encoded.type(), encoded.revision(), file.text()), 0))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("least")
    void an_event_with_as_little_as_possible_has_these_bytes(Object event) {
        EncodedEvent encoded = CODEC.encode(event);
        GoldenFile file = GoldenFile.least(encoded.type(), encoded.revision());
        file.assertHolds(encoded.data());
        assertThat(CODEC.decode(new EncodedEvent(encoded.type(), encoded.revision(), file.text()), 0))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("old")
    void data_in_an_old_revision_is_read_as_the_event_of_today(EncodedEvent stored) {
        assertThat(CODEC.decode(stored, 0)).isEqualTo(OLD.get(GoldenFile.of(stored.type(), stored.revision())));
    }

    @Test
    void every_type_has_an_event_here() {
        assertThat(full().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(DomainEvents.all());
    }

    @Test
    void every_type_that_may_lack_something_has_an_event_that_lacks_it() {
        assertThat(least().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(DomainEvents.all().stream()
                        .filter(Specification::mayLackSomething)
                        .toList());
    }

    @Test
    void there_is_a_file_for_every_revision_of_every_type_and_no_other() {
        Set<String> expected =
                new TreeSet<>(Set.of("entry.golden.json", "entry.least.golden.json", "words.golden.txt"));
        for (EventType type : EventTypes.ALL) {
            IntStream.rangeClosed(1, type.revision())
                    .forEach(revision ->
                            expected.add(GoldenFile.of(type.name(), revision).name()));
        }
        least().map(CODEC::encode)
                .forEach(event -> expected.add(
                        GoldenFile.least(event.type(), event.revision()).name()));
        assertThat(GoldenFile.names()).isEqualTo(expected);
    }

    @Test
    void the_words_of_enumerations_in_events_are_these() {
        new GoldenFile("words.golden.txt").assertHolds(Specification.words());
    }
}
