package org.incidentledger.projections.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.projections.replay.Happened.assessed;
import static org.incidentledger.projections.replay.Happened.drill;
import static org.incidentledger.projections.replay.Happened.posted;
import static org.incidentledger.projections.replay.Happened.reopened;
import static org.incidentledger.projections.replay.Happened.reported;
import static org.incidentledger.projections.replay.Happened.resolved;
import static org.incidentledger.projections.replay.Happened.scheduled;
import static org.incidentledger.projections.replay.Happened.startedAt;
import static org.incidentledger.projections.replay.RecordedHistory.instant;

import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.projections.replay.RecordedHistory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ImpactHistoryTest {
    private final RecordedHistory history = new RecordedHistory();

    @Test
    void an_effect_begins_with_the_start_that_was_reported() {
        history.at("10:00").incident("a", startedAt("09:30", "a", "web major-outage"));
        assertThat(intervals()).containsExactly("web major-outage 09:30 …");
    }

    @Test
    void an_effect_begins_with_the_report_when_no_start_was_said() {
        history.at("10:00").incident("a", reported("a", "web major-outage"));
        assertThat(intervals()).containsExactly("web major-outage 10:00 …");
    }

    @Test
    void assessments_and_updates_change_it() {
        history.at("10:00").incident("a", reported("a", "web major-outage"));
        history.at("11:00").incident("a", assessed("web major-outage partial-outage", "db operational partial-outage"));
        history.at("12:00")
                .incident(
                        "a",
                        posted("u", PublicStatus.MONITORING, "Better.", "web partial-outage degraded-performance"));
        history.at("13:00").incident("a", assessed("web degraded-performance operational"));
        assertThat(intervals())
                .containsExactly(
                        "web major-outage 10:00 11:00",
                        "web partial-outage 11:00 12:00",
                        "web degraded-performance 12:00 13:00",
                        "db partial-outage 11:00 …");
    }

    @Test
    void saying_the_same_again_changes_nothing() {
        history.at("10:00").incident("a", reported("a", "web major-outage"));
        history.at("11:00").incident("a", assessed("web operational major-outage"));
        assertThat(intervals()).containsExactly("web major-outage 10:00 …");
    }

    @Nested
    class Resolution {
        @Test
        void ends_every_effect() {
            history.at("10:00").incident("a", reported("a", "web major-outage", "db partial-outage"));
            history.at("11:00").incident("a", resolved());
            assertThat(intervals()).containsExactly("web major-outage 10:00 11:00", "db partial-outage 10:00 11:00");
        }

        @Test
        void is_undone_by_reopening_as_often_as_it_happens() {
            history.at("10:00").incident("a", reported("a", "web major-outage"));
            history.at("11:00").incident("a", resolved());
            history.at("12:00").incident("a", reopened());
            assertThat(intervals()).containsExactly("web major-outage 10:00 11:00", "web major-outage 12:00 …");
            history.at("13:00").incident("a", resolved());
            history.at("14:00").incident("a", reopened());
            history.at("15:00").incident("a", resolved());
            assertThat(intervals())
                    .containsExactly(
                            "web major-outage 10:00 11:00",
                            "web major-outage 12:00 13:00",
                            "web major-outage 14:00 15:00");
        }

        @Test
        void does_not_hide_what_becomes_known_later_of_the_time_before_it() {
            history.at("10:00").incident("a", reported("a"));
            history.at("12:00").incident("a", resolved());
            history.at("11:00").incident("a", assessed("web operational partial-outage"));
            assertThat(intervals()).containsExactly("web partial-outage 11:00 12:00");
        }

        @Test
        void hides_an_effect_that_is_said_to_begin_after_it_until_it_is_reopened() {
            history.at("10:00").incident("a", reported("a"));
            history.at("12:00").incident("a", resolved());
            history.at("13:00").incident("a", assessed("web operational partial-outage"));
            assertThat(intervals()).isEmpty();
            history.at("14:00").incident("a", reopened());
            assertThat(intervals()).containsExactly("web partial-outage 14:00 …");
        }
    }

    @Nested
    class Instants_out_of_order {
        @Test
        void a_later_word_about_an_earlier_instant_replaces_what_was_said_of_the_time_after_it() {
            history.at("10:00").incident("a", reported("a", "web partial-outage"));
            history.at("12:00").incident("a", assessed("web partial-outage major-outage"));
            history.at("11:00").incident("a", assessed("web major-outage degraded-performance"));
            assertThat(intervals())
                    .containsExactly("web partial-outage 10:00 11:00", "web degraded-performance 11:00 …");
        }

        @Test
        void reopening_before_the_resolution_takes_it_back_altogether() {
            history.at("10:00").incident("a", reported("a", "web major-outage"));
            history.at("12:00").incident("a", resolved());
            history.at("11:00").incident("a", reopened());
            assertThat(intervals()).containsExactly("web major-outage 10:00 …");
        }

        @Test
        void a_second_resolution_at_an_earlier_instant_takes_its_place() {
            history.at("10:00").incident("a", reported("a", "web major-outage"));
            history.at("12:00").incident("a", resolved());
            history.at("13:00").incident("a", reopened());
            history.at("11:00").incident("a", resolved());
            assertThat(intervals()).containsExactly("web major-outage 10:00 11:00");
        }

        @Test
        void an_effect_that_begins_and_ends_at_the_same_instant_leaves_nothing() {
            history.at("10:00").incident("a", reported("a", "web major-outage"));
            history.at("10:00").incident("a", assessed("web major-outage operational"));
            assertThat(intervals()).isEmpty();
        }

        @Test
        void a_resolution_before_the_effect_began_leaves_nothing() {
            history.at("10:00").incident("a", reported("a", "web major-outage"));
            history.at("09:00").incident("a", resolved());
            assertThat(intervals()).isEmpty();
        }
    }

    @Nested
    class Maintenance {
        @Test
        void affects_its_components_from_start_to_completion_only() {
            history.at("08:00").maintenance("m", scheduled("m", "20:00", "22:00", "node-1", "node-2"));
            assertThat(intervals()).isEmpty();
            history.at("20:05").maintenance("m", new MaintenanceEvent.MaintenanceStarted());
            history.at("21:00").maintenance("m", new MaintenanceEvent.MaintenanceVerifying());
            assertThat(intervals())
                    .containsExactly("node-1 under-maintenance 20:05 …", "node-2 under-maintenance 20:05 …");
            history.at("21:30").maintenance("m", new MaintenanceEvent.MaintenanceCompleted("done"));
            assertThat(intervals())
                    .containsExactly("node-1 under-maintenance 20:05 21:30", "node-2 under-maintenance 20:05 21:30");
        }

        @Test
        void that_is_cancelled_half_way_ends_then() {
            history.at("08:00").maintenance("m", scheduled("m", "20:00", "22:00", "node-1"));
            history.at("20:05").maintenance("m", new MaintenanceEvent.MaintenanceStarted());
            history.at("20:30").maintenance("m", new MaintenanceEvent.MaintenanceCancelled("wrong disks"));
            assertThat(intervals()).containsExactly("node-1 under-maintenance 20:05 20:30");
        }

        @Test
        void that_is_cancelled_before_its_start_affects_nothing() {
            history.at("08:00").maintenance("m", scheduled("m", "20:00", "22:00", "node-1"));
            history.at("09:00").maintenance("m", new MaintenanceEvent.MaintenanceCancelled("no disks"));
            assertThat(intervals()).isEmpty();
        }

        @Test
        void may_have_started_before_it_was_announced() {
            history.at("08:00").maintenance("m", scheduled("m", "20:00", "22:00", "node-1"));
            history.at("07:00").maintenance("m", new MaintenanceEvent.MaintenanceStarted());
            assertThat(intervals()).containsExactly("node-1 under-maintenance 07:00 …");
        }
    }

    @Nested
    class What_counts {
        @Test
        void an_incident_is_kept_but_not_shown_before_its_first_update() {
            history.at("10:00").incident("a", reported("a", "web major-outage"));
            assertThat(impact().shown()).isFalse();
            history.at("10:05").incident("a", posted("u", PublicStatus.INVESTIGATING, "text"));
            assertThat(impact().shown()).isTrue();
        }

        @Test
        void a_post_mortem_shows_an_incident_too() {
            history.incident("a", reported("a"), new PostMortemEvent.PostMortemPublished(1));
            assertThat(impact().shown()).isTrue();
        }

        @Test
        void a_drill_never_does() {
            history.incident("a", drill("a", "web major-outage"), assessed("web major-outage partial-outage"));
            assertThat(documents()).isEmpty();
        }

        @Test
        void a_rejected_or_merged_incident_does_no_longer() {
            history.incident("a", reported("a", "web major-outage"), new LifecycleEvent.ReportRejected("no"));
            history.incident("b", reported("b", "web major-outage"))
                    .incident("b", new LifecycleEvent.IncidentMerged(new IncidentId("a"), "same"));
            assertThat(documents()).isEmpty();
        }
    }

    private List<ImpactHistory> documents() {
        return history.fold(new ImpactProjection()).all().toList();
    }

    private ImpactHistory impact() {
        return documents().getFirst();
    }

    private Stream<String> intervals() {
        return documents().stream()
                .flatMap(impact -> impact.intervals().stream())
                .map(ImpactHistoryTest::written);
    }

    private static String written(Interval interval) {
        return "%s %s %s %s"
                .formatted(
                        interval.component(),
                        Words.of(interval.status()),
                        time(interval.from().toString()),
                        interval.until() == null ? "…" : time(interval.until().toString()));
    }

    private static String time(String instant) {
        assertThat(instant).startsWith(instant("00:00").toString().substring(0, 11));
        return instant.substring(11, 16);
    }
}
