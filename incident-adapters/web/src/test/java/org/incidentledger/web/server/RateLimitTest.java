package org.incidentledger.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final AtomicLong now = new AtomicLong();
    private final RateLimit limit = new RateLimit(3, Duration.ofMinutes(1), now::get);

    @Test
    void so_many_at_once_and_then_as_time_goes_by() {
        assertThat(Stream.generate(() -> limit.grants("a")).limit(3)).containsOnly(true);
        assertThat(limit.grants("a")).isFalse();
        now.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(limit.grants("a")).isTrue();
        assertThat(limit.grants("a")).isFalse();
    }

    @Test
    void one_client_takes_nothing_from_another() {
        for (int i = 0; i < 10; i++) {
            limit.grants("a");
        }
        assertThat(limit.grants("b")).isTrue();
    }
}
