package org.incidentledger.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventTypesTest {
    @Test
    void every_event_of_the_domain_has_a_stable_name_and_nothing_else_has() {
        assertThat(EventTypes.ALL.stream().<Class<?>>map(EventType::event))
                .containsExactlyInAnyOrderElementsOf(DomainEvents.all());
    }

    @Test
    void no_name_is_given_twice() {
        assertThat(EventTypes.ALL).extracting(EventType::name).doesNotHaveDuplicates();
    }

    @Test
    void every_name_is_fit_for_an_entry_and_begins_with_its_category() {
        Set<String> categories = Set.of("incident", "maintenance", "catalog", "subject", "ledger");
        assertThat(EventTypes.ALL)
                .allSatisfy(type -> assertThat(type.name()).matches(EntryReader.TYPE))
                .allSatisfy(type -> assertThat(type.name().split("\\.", 2)[0])
                        .isIn(categories)
                        .isEqualTo(type.event().getPackageName().replaceAll(".*\\.", "")));
    }

    @Test
    void the_codec_reads_every_type_of_the_table() {
        assertThat(new EventCodec().types())
                .isEqualTo(EventTypes.ALL.stream().map(EventType::name).collect(Collectors.toSet()));
    }
}
