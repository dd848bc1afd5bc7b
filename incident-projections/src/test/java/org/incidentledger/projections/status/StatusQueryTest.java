package org.incidentledger.projections.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.incidentledger.projections.replay.Happened.posted;
import static org.incidentledger.projections.replay.Happened.reopened;
import static org.incidentledger.projections.replay.Happened.reported;
import static org.incidentledger.projections.replay.Happened.resolved;
import static org.incidentledger.projections.replay.Happened.scheduled;
import static org.incidentledger.projections.replay.Happened.startedAt;
import static org.incidentledger.projections.replay.RecordedHistory.instant;

import java.time.LocalDate;
import java.util.List;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentKind;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.catalog.PageDescription;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.projections.replay.RecordedHistory;
import org.incidentledger.projections.status.StatusReport.ComponentReport;
import org.incidentledger.projections.status.StatusReport.DayUptime;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.TimelineProjection;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatusQueryTest {
    private final RecordedHistory history = new RecordedHistory();

    @Test
    void an_empty_ledger_is_operational() {
        StatusReport report = at("12:00", 90);
        assertThat(report.overall()).isEqualTo(ComponentStatus.OPERATIONAL);
        assertThat(report.page()).isNull();
        assertThat(report.components()).isEmpty();
    }

    @Test
    void components_come_in_the_order_of_the_page_without_those_retired() {
        history.catalog(
                new CatalogEvent.PageDescribed(null, new PageDescription("Status", null, "Etc/UTC", null)),
                added("c", "Cc", 2),
                added("b", "Bb", 1),
                added("a", "Zz", 1),
                added("old", "Aa", 0),
                new CatalogEvent.ComponentRetired(new ComponentId("old"), "gone"));
        StatusReport report = at("12:00", 0);
        assertThat(report.components()).extracting(ComponentReport::id).containsExactly("b", "a", "c");
        assertThat(report.page()).isNotNull();
    }

    @Test
    void only_an_incident_that_is_public_affects_a_component() {
        history.at("08:00").catalog(added("web", "Web", 1));
        history.at("10:00").incident("a", reported("a", "web major-outage"));
        assertThat(web("11:00", 1).status()).isEqualTo(ComponentStatus.OPERATIONAL);
        history.at("10:30").incident("a", update());
        assertThat(web("11:00", 1).status()).isEqualTo(ComponentStatus.MAJOR_OUTAGE);
        assertThat(web("11:00", 1).days().getFirst().majorOutageSeconds()).isEqualTo(3_600);
    }

    @Test
    void the_worst_of_several_wins_and_every_cause_is_named() {
        history.at("08:00").catalog(added("web", "Web", 1), added("db", "Db", 2));
        history.at("09:00").incident("a", reported("a", "web partial-outage"), update());
        history.at("09:30").incident("b", reported("b", "web major-outage"), update());
        history.at("08:00").maintenance("m", scheduled("m", "09:00", "12:00", "web"));
        history.at("09:10").maintenance("m", new MaintenanceEvent.MaintenanceStarted());
        StatusReport report = at("10:00", 1);
        assertThat(report.overall()).isEqualTo(ComponentStatus.MAJOR_OUTAGE);
        assertThat(report.components().getFirst().causes())
                .extracting(Interval::stream)
                .containsExactly("incident/a", "incident/b", "maintenance/m");
        assertThat(report.components().get(1).status()).isEqualTo(ComponentStatus.OPERATIONAL);
        assertThat(at("09:20", 1).overall()).isEqualTo(ComponentStatus.PARTIAL_OUTAGE);
    }

    @Test
    void incidents_and_maintenance_are_sorted_into_open_running_and_upcoming() {
        history.at("08:00").incident("done", reported("done"), update(), resolved());
        history.at("08:00").incident("one", reported("one"), update());
        history.at("09:00").incident("two", reported("two"), update());
        history.at("09:00").incident("hidden", reported("hidden"));
        history.at("08:00").maintenance("later", scheduled("later", "21:00", "22:00", "web"));
        history.maintenance("soon", scheduled("soon", "20:00", "22:00", "web"));
        history.maintenance("runs", scheduled("runs", "08:00", "22:00", "web"));
        history.maintenance("runs", new MaintenanceEvent.MaintenanceStarted());
        history.maintenance("off", scheduled("off", "20:00", "22:00", "web"));
        history.maintenance("off", new MaintenanceEvent.MaintenanceCancelled("no disks"));
        StatusReport report = at("10:00", 1);
        assertThat(report.openIncidents()).extracting(PublicStory::id).containsExactly("two", "one");
        assertThat(report.runningMaintenance()).extracting(PublicStory::id).containsExactly("runs");
        assertThat(report.upcomingMaintenance()).extracting(PublicStory::id).containsExactly("soon", "later");
    }

    @Test
    void a_component_names_the_maintenance_that_is_planned_for_it() {
        history.at("08:00").catalog(added("web", "Web", 1), added("db", "Db", 2));
        history.maintenance("later", scheduled("later", "21:00", "22:00", "web"));
        history.maintenance("soon", scheduled("soon", "20:00", "22:00", "web", "db"));
        List<ComponentReport> components = at("10:00", 1).components();
        assertThat(components.getFirst().planned()).containsExactly("maintenance/soon", "maintenance/later");
        assertThat(components.get(1).planned()).containsExactly("maintenance/soon");
    }

    @Nested
    class Days {
        @Test
        void an_outage_over_midnight_counts_on_both_days_and_today_only_so_far() {
            history.at("2026-02-26T15:00:00Z").catalog(added("web", "Web", 1));
            history.at("2026-02-28T18:00:00Z").incident("a", reported("a", "web major-outage"), update());
            history.at("2026-03-01T06:00:00Z").incident("a", resolved());
            ComponentReport web = web("12:00", 3);
            assertThat(web.days())
                    .extracting(
                            DayUptime::day,
                            DayUptime::observedSeconds,
                            DayUptime::majorOutageSeconds,
                            DayUptime::uptimeMillionths,
                            DayUptime::streams)
                    .containsExactly(
                            tuple(LocalDate.parse("2026-02-27"), 86_400L, 0L, 1_000_000L, List.of()),
                            tuple(LocalDate.parse("2026-02-28"), 86_400L, 21_600L, 750_000L, List.of("incident/a")),
                            tuple(LocalDate.parse("2026-03-01"), 43_200L, 21_600L, 500_000L, List.of("incident/a")));
            // 12 h of 60 h are lost.
            assertThat(web.uptimeMillionths()).isEqualTo(800_000);
        }

        @Test
        void a_reopened_incident_does_not_count_between_its_two_lives() {
            history.at("2026-02-27T00:00:00Z").catalog(added("web", "Web", 1));
            history.at("2026-02-28T00:00:00Z").incident("a", reported("a", "web partial-outage"), update());
            history.at("2026-02-28T01:00:00Z").incident("a", resolved());
            history.at("2026-02-28T22:00:00Z").incident("a", reopened());
            history.at("2026-03-01T02:00:00Z").incident("a", resolved());
            assertThat(web("12:00", 2).days())
                    .extracting(DayUptime::partialOutageSeconds, DayUptime::uptimeMillionths)
                    // 0.3 × 3 h of 24 h, and 0.3 × 2 h of 12 h, are lost.
                    .containsExactly(tuple(10_800L, 962_500L), tuple(7_200L, 950_000L));
        }

        @Test
        void a_leap_day_is_a_day_as_any_other() {
            history.at("2028-02-01T00:00:00Z").catalog(added("web", "Web", 1));
            assertThat(web("2028-03-01T00:00:01Z", 3).days())
                    .extracting(DayUptime::day, DayUptime::observedSeconds)
                    .containsExactly(
                            tuple(LocalDate.parse("2028-02-28"), 86_400L),
                            tuple(LocalDate.parse("2028-02-29"), 86_400L),
                            tuple(LocalDate.parse("2028-03-01"), 1L));
        }

        @Test
        void begin_with_the_day_on_which_the_component_came_onto_the_page() {
            history.at("2026-02-28T18:00:00Z").catalog(added("web", "Web", 1));
            assertThat(web("12:00", 90).days())
                    .extracting(DayUptime::day)
                    .containsExactly(LocalDate.parse("2026-02-28"), LocalDate.parse("2026-03-01"));
        }

        @Test
        void begin_earlier_when_something_affected_it_earlier() {
            history.at("2026-03-01T09:00:00Z").catalog(added("web", "Web", 1));
            history.at("10:00").incident("a", startedAt("2026-02-27T23:00:00Z", "a", "web major-outage"), update());
            assertThat(web("12:00", 90).days())
                    .extracting(DayUptime::majorOutageSeconds)
                    .containsExactly(3_600L, 86_400L, 43_200L);
        }

        @Test
        void can_be_left_out() {
            history.at("08:00").catalog(added("web", "Web", 1));
            assertThat(web("12:00", 0).days()).isEmpty();
            assertThat(web("12:00", 0).uptimeMillionths()).isNull();
        }

        @Test
        void of_a_component_that_comes_later_are_left_out() {
            history.at("2026-04-01T00:00:00Z").catalog(added("web", "Web", 1));
            assertThat(web("12:00", 90).days()).isEmpty();
            assertThat(web("12:00", 90).uptimeMillionths()).isNull();
        }

        @Test
        void out_of_bounds_are_refused() {
            assertThatThrownBy(() -> at("12:00", -1))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("-1 days of uptime are asked for; use 0 to 3,660");
            assertThatThrownBy(() -> at("12:00", 3_661)).isInstanceOf(InvalidValueException.class);
        }
    }

    private StatusReport at(String time, int days) {
        return new StatusQuery(
                        history.fold(new PageProjection()),
                        history.fold(new ComponentProjection()),
                        history.fold(new ImpactProjection()),
                        history.fold(new TimelineProjection()))
                .at(instant(time), days);
    }

    private ComponentReport web(String time, int days) {
        return at(time, days).components().getFirst();
    }

    private static IncidentEvent update() {
        return posted("u", PublicStatus.INVESTIGATING, "We look into it.");
    }

    private static CatalogEvent added(String id, String name, int order) {
        return new CatalogEvent.ComponentAdded(
                new ComponentId(id), new ComponentDescription(name, ComponentKind.NODE, null, null, order), null);
    }
}
