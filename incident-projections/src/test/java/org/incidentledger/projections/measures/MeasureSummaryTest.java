package org.incidentledger.projections.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.projections.replay.Happened.assessed;
import static org.incidentledger.projections.replay.Happened.drill;
import static org.incidentledger.projections.replay.Happened.reported;
import static org.incidentledger.projections.replay.Happened.resolved;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.IncidentPolicy;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.projections.replay.RecordedHistory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureSummaryTest {
    private final RecordedHistory history = new RecordedHistory();

    @Test
    void every_measure_is_summed_up_in_order() {
        assertThat(summaries(MeasuresQuery.REAL))
                .extracting(MeasureSummary::measure)
                .containsExactly(Measure.values());
        assertThat(summaries(MeasuresQuery.REAL).getFirst())
                .isEqualTo(new MeasureSummary(Measure.DETECT, 0, null, null));
    }

    @ParameterizedTest
    @CsvSource({"1,60,60", "2,60,120", "3,120,180", "10,300,540", "11,360,600", "20,600,1080"})
    void median_and_percentile_are_values_of_actual_incidents(int incidents, long median, long percentile90) {
        for (int minutes = incidents; minutes >= 1; minutes--) {
            resolvedAfter("i" + minutes, minutes);
        }
        assertThat(resolve(MeasuresQuery.REAL))
                .isEqualTo(new MeasureSummary(Measure.RESOLVE, incidents, median, percentile90));
    }

    @Test
    void incidents_of_which_it_is_not_known_do_not_count() {
        resolvedAfter("a", 5);
        history.incident("open", reported("open"));
        assertThat(resolve(MeasuresQuery.REAL).count()).isEqualTo(1);
    }

    @Nested
    class Wanted {
        @Test
        void drills_are_apart_from_real_incidents() {
            resolvedAfter("real", 10);
            history.at("10:00").incident("drill", drill("drill")).at("10:01").incident("drill", resolved());
            assertThat(resolve(MeasuresQuery.REAL).medianSeconds()).isEqualTo(600);
            assertThat(resolve(MeasuresQuery.DRILLS).medianSeconds()).isEqualTo(60);
        }

        @Test
        void dismissed_incidents_never_are() {
            history.incident("a", reported("a"), new LifecycleEvent.IncidentAcknowledged());
            history.incident("a", new LifecycleEvent.ReportRejected("no"));
            assertThat(summaries(MeasuresQuery.REAL))
                    .allSatisfy(summary -> assertThat(summary.count()).isZero());
        }

        @Test
        void a_kind_and_a_severity_can_be_asked_for() {
            resolvedAfter("a", 10);
            history.incident("a", assessed(Severity.MINOR, Severity.MAJOR), assessed(Severity.MAJOR, Severity.NONE));
            assertThat(resolve(asked(IncidentKind.AVAILABILITY, Severity.MAJOR)).count())
                    .isEqualTo(1);
            assertThat(resolve(asked(IncidentKind.AVAILABILITY, Severity.NONE)).count())
                    .isZero();
            assertThat(resolve(asked(IncidentKind.ABUSE, null)).count()).isZero();
        }

        private MeasuresQuery asked(IncidentKind kind, @Nullable Severity severity) {
            return new MeasuresQuery(false, kind, severity);
        }
    }

    @Nested
    class Post_mortems {
        @Test
        void are_owed_from_the_gravest_severity_on() {
            history.incident("a", reported("a"));
            assertThat(duty("12:00")).isEqualTo(PostMortemDuty.NOT_OWED);
            history.incident("a", assessed(Severity.MINOR, Severity.MAJOR), assessed(Severity.MAJOR, Severity.MINOR));
            assertThat(duty("12:00")).isEqualTo(PostMortemDuty.NOT_DUE);
        }

        @Test
        void are_overdue_after_their_last_instant_and_settled_once_published() {
            history.incident("a", reported("a"), assessed(Severity.MINOR, Severity.CRITICAL));
            history.at("2026-03-01T12:00:00Z").incident("a", resolved());
            assertThat(duty("2026-03-06T12:00:00Z")).isEqualTo(PostMortemDuty.DUE);
            assertThat(duty("2026-03-06T12:00:01Z")).isEqualTo(PostMortemDuty.OVERDUE);
            history.incident("a", new PostMortemEvent.PostMortemPublished(1));
            assertThat(duty("2026-03-06T12:00:01Z")).isEqualTo(PostMortemDuty.SETTLED);
        }

        @Test
        void are_never_owed_by_drills_or_dismissed_reports() {
            history.incident("a", drill("a"), assessed(Severity.MINOR, Severity.CRITICAL), resolved());
            assertThat(duty("2027-03-01T12:00:00Z")).isEqualTo(PostMortemDuty.NOT_OWED);
            history.incident("b", reported("b"), assessed(Severity.MINOR, Severity.CRITICAL))
                    .incident("b", new LifecycleEvent.ReportRejected("no"));
            assertThat(duty("2027-03-01T12:00:00Z", "b")).isEqualTo(PostMortemDuty.NOT_OWED);
        }

        private PostMortemDuty duty(String time) {
            return duty(time, "a");
        }

        private PostMortemDuty duty(String time, String incident) {
            IncidentMeasures measures =
                    history.fold(new MeasuresProjection()).get(incident).orElseThrow();
            return PostMortemDuty.at(RecordedHistory.instant(time), measures, IncidentPolicy.DEFAULT);
        }
    }

    private void resolvedAfter(String id, int minutes) {
        history.at("10:00").incident(id, reported(id));
        history.at(RecordedHistory.instant("10:00")
                        .plus(Duration.ofMinutes(minutes))
                        .toString())
                .incident(id, resolved());
    }

    private MeasureSummary resolve(MeasuresQuery wanted) {
        return summaries(wanted).stream()
                .filter(summary -> summary.measure() == Measure.RESOLVE)
                .findFirst()
                .orElseThrow();
    }

    private List<MeasureSummary> summaries(MeasuresQuery wanted) {
        try (Stream<IncidentMeasures> all =
                history.fold(new MeasuresProjection()).all()) {
            return MeasureSummary.of(all, wanted);
        }
    }
}
