package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00.123456Z");

    @Test
    void begin_with_their_time_and_say_so() {
        UUID id = at(NOW).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void of_a_later_millisecond_come_later() {
        assertThat(at(NOW.plusMillis(1)).next().toString())
                .isGreaterThan(at(NOW).next().toString());
    }

    @Test
    void of_the_same_millisecond_are_all_different() {
        TimeOrderedIds ids = at(NOW);
        assertThat(Stream.generate(ids::next).limit(10_000)).doesNotHaveDuplicates();
    }

    private static TimeOrderedIds at(Instant instant) {
        return new TimeOrderedIds(Clock.fixed(instant, ZoneOffset.UTC));
    }
}
