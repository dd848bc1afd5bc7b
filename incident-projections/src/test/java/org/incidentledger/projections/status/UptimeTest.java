package org.incidentledger.projections.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.projections.replay.RecordedHistory.instant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.incidentledger.core.catalog.ComponentStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UptimeTest {
    private static final Instant DAY = instant("2026-03-01T00:00:00Z");
    private static final Instant NEXT_DAY = instant("2026-03-02T00:00:00Z");

    @Test
    void a_day_without_anything_is_full() {
        assertThat(day().millionths()).isEqualTo(1_000_000);
    }

    @Test
    void a_major_outage_counts_in_full() {
        Uptime uptime = day(interval(ComponentStatus.MAJOR_OUTAGE, "06:00", "12:00"));
        assertThat(uptime.seconds(ComponentStatus.MAJOR_OUTAGE)).isEqualTo(21_600);
        assertThat(uptime.millionths()).isEqualTo(750_000);
    }

    @Test
    void a_partial_outage_counts_three_tenths() {
        Uptime uptime = day(interval(ComponentStatus.PARTIAL_OUTAGE, "06:00", "12:00"));
        assertThat(uptime.seconds(ComponentStatus.PARTIAL_OUTAGE)).isEqualTo(21_600);
        assertThat(uptime.millionths()).isEqualTo(925_000);
    }

    @Test
    void degraded_performance_and_maintenance_are_told_but_do_not_count() {
        Uptime uptime = day(
                interval(ComponentStatus.DEGRADED_PERFORMANCE, "06:00", "07:00"),
                interval(ComponentStatus.UNDER_MAINTENANCE, "08:00", "08:30"));
        assertThat(uptime.seconds(ComponentStatus.DEGRADED_PERFORMANCE)).isEqualTo(3_600);
        assertThat(uptime.seconds(ComponentStatus.UNDER_MAINTENANCE)).isEqualTo(1_800);
        assertThat(uptime.millionths()).isEqualTo(1_000_000);
    }

    @Test
    void the_shortest_outage_never_shows_as_full() {
        Uptime uptime = Uptime.during(
                DAY, NEXT_DAY, List.of(interval(ComponentStatus.PARTIAL_OUTAGE, DAY, DAY.plusNanos(1_000))));
        assertThat(uptime.millionths()).isEqualTo(999_999);
    }

    @Test
    void an_outage_all_day_leaves_nothing() {
        assertThat(day(interval(ComponentStatus.MAJOR_OUTAGE, DAY.minusSeconds(9), null))
                        .millionths())
                .isZero();
    }

    @Test
    void a_stretch_of_no_length_is_full() {
        assertThat(Uptime.during(DAY, DAY, List.of(interval(ComponentStatus.MAJOR_OUTAGE, DAY, null)))
                        .millionths())
                .isEqualTo(1_000_000);
    }

    @Nested
    class Boundaries {
        @Test
        void what_lies_outside_is_cut_off() {
            Uptime uptime = day(
                    interval(ComponentStatus.MAJOR_OUTAGE, DAY.minusSeconds(100), DAY.plusSeconds(10)),
                    interval(ComponentStatus.MAJOR_OUTAGE, NEXT_DAY.minusSeconds(20), NEXT_DAY.plusSeconds(100)));
            assertThat(uptime.seconds(ComponentStatus.MAJOR_OUTAGE)).isEqualTo(30);
        }

        @Test
        void what_ends_or_begins_exactly_at_midnight_belongs_to_one_day() {
            Interval before = interval(ComponentStatus.MAJOR_OUTAGE, DAY.minusSeconds(100), DAY);
            Interval after = interval(ComponentStatus.MAJOR_OUTAGE, NEXT_DAY, NEXT_DAY.plusSeconds(100));
            assertThat(day(before, after).spent()).isEmpty();
            assertThat(before.touches(DAY, NEXT_DAY)).isFalse();
            assertThat(after.touches(DAY, NEXT_DAY)).isFalse();
        }

        @Test
        void an_interval_covers_its_first_instant_and_not_its_last() {
            Interval interval = interval(ComponentStatus.MAJOR_OUTAGE, "06:00", "07:00");
            assertThat(interval.covers(instant("06:00"))).isTrue();
            assertThat(interval.covers(instant("07:00"))).isFalse();
        }

        @Test
        void a_day_has_the_same_length_when_the_clocks_of_the_page_change() {
            LocalDate change = LocalDate.parse("2026-03-29");
            Uptime uptime = Uptime.during(Uptime.startOf(change), Uptime.startOf(change.plusDays(1)), List.of());
            assertThat(uptime.observed().toSeconds()).isEqualTo(86_400);
        }
    }

    @Nested
    class Overlaps {
        @Test
        void the_worst_wins_at_each_moment() {
            Uptime uptime = day(
                    interval(ComponentStatus.UNDER_MAINTENANCE, "05:00", "11:00"),
                    interval(ComponentStatus.PARTIAL_OUTAGE, "06:00", "10:00"),
                    interval(ComponentStatus.MAJOR_OUTAGE, "07:00", "08:00"));
            assertThat(uptime.seconds(ComponentStatus.UNDER_MAINTENANCE)).isEqualTo(2 * 3_600);
            assertThat(uptime.seconds(ComponentStatus.PARTIAL_OUTAGE)).isEqualTo(3 * 3_600);
            assertThat(uptime.seconds(ComponentStatus.MAJOR_OUTAGE)).isEqualTo(3_600);
            // 1 h + 0.3 × 3 h = 1.9 h of 24 h are lost.
            assertThat(uptime.millionths()).isEqualTo(920_833);
        }

        @Test
        void two_outages_at_once_count_once() {
            Uptime uptime = day(
                    interval(ComponentStatus.MAJOR_OUTAGE, "06:00", "08:00"),
                    interval(ComponentStatus.MAJOR_OUTAGE, "07:00", "09:00"));
            assertThat(uptime.seconds(ComponentStatus.MAJOR_OUTAGE)).isEqualTo(3 * 3_600);
        }
    }

    private static Uptime day(Interval... intervals) {
        return Uptime.during(DAY, NEXT_DAY, List.of(intervals));
    }

    private static Interval interval(ComponentStatus status, String from, String until) {
        return interval(status, instant(from), instant(until));
    }

    private static Interval interval(ComponentStatus status, Instant from, @Nullable Instant until) {
        return new Interval("web", "incident/a", status, from, until);
    }
}
