package org.incidentledger.projections.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.projections.replay.Happened.assessed;
import static org.incidentledger.projections.replay.Happened.displayed;
import static org.incidentledger.projections.replay.Happened.drill;
import static org.incidentledger.projections.replay.Happened.posted;
import static org.incidentledger.projections.replay.Happened.reopened;
import static org.incidentledger.projections.replay.Happened.reported;
import static org.incidentledger.projections.replay.Happened.resolved;
import static org.incidentledger.projections.replay.Happened.startedAt;
import static org.incidentledger.projections.replay.RecordedHistory.instant;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.incidentledger.core.incident.AssessmentEvent;
import org.incidentledger.core.incident.Change;
import org.incidentledger.core.incident.ContainmentEvent;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationEvent;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.projections.replay.RecordedHistory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeasuresProjectionTest {
    private final RecordedHistory history = new RecordedHistory();

    @Test
    void each_measure_has_its_own_two_ends() {
        history.at("10:00").incident("a", startedAt("09:30", "a"));
        history.at("10:01").incident("a", new LifecycleEvent.IncidentAcknowledged());
        history.at("10:04").incident("a", posted("u", PublicStatus.INVESTIGATING, "text"));
        history.at("10:20").incident("a", new ContainmentEvent.IncidentContained("closed"));
        history.at("12:00").incident("a", resolved());
        assertThat(durations())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Measure.DETECT, Duration.ofMinutes(30),
                        Measure.ACKNOWLEDGE, Duration.ofMinutes(1),
                        Measure.CONTAIN, Duration.ofMinutes(20),
                        Measure.RESOLVE, Duration.ofHours(2),
                        Measure.FIRST_PUBLIC_NOTICE, Duration.ofMinutes(4)));
    }

    @Test
    void what_is_not_known_is_absent() {
        history.incident("a", reported("a"));
        assertThat(durations()).isEmpty();
    }

    @Test
    void a_notice_that_occurred_before_the_report_keeps_its_sign() {
        history.at("10:00").incident("a", reported("a"));
        history.at("09:50").incident("a", posted("u", PublicStatus.INVESTIGATING, "text"));
        assertThat(durations()).containsEntry(Measure.FIRST_PUBLIC_NOTICE, Duration.ofMinutes(-10));
    }

    @Test
    void the_severity_now_and_the_gravest_are_kept_apart() {
        history.incident("a", reported("a"), assessed(Severity.MINOR, Severity.CRITICAL));
        history.incident("a", assessed(Severity.CRITICAL, Severity.NONE));
        assertThat(measures().severity()).isEqualTo(Severity.NONE);
        assertThat(measures().highestSeverity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void the_kind_is_the_latest() {
        history.incident(
                "a",
                reported("a"),
                new AssessmentEvent.IncidentAssessed(
                        null,
                        new Change<>(IncidentKind.AVAILABILITY, IncidentKind.DATA_BREACH),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
        assertThat(measures().kind()).isEqualTo(IncidentKind.DATA_BREACH);
    }

    @Test
    void a_drill_is_measured_and_marked() {
        history.at("10:00").incident("a", drill("a"));
        history.at("11:00").incident("a", resolved());
        assertThat(measures().exercise()).isTrue();
        assertThat(durations()).containsEntry(Measure.RESOLVE, Duration.ofHours(1));
    }

    @Test
    void a_rejected_report_and_a_merged_incident_are_marked() {
        history.at("10:00").incident("a", reported("a"), new LifecycleEvent.ReportRejected("no"));
        assertThat(measures().dismissed()).isEqualTo(instant("10:00"));
    }

    @Nested
    class Of_several {
        @Test
        void acknowledgements_containments_and_notices_the_earliest_counts() {
            history.at("10:00").incident("a", reported("a"));
            history.at("10:30")
                    .incident(
                            "a",
                            new LifecycleEvent.IncidentAcknowledged(),
                            new ContainmentEvent.IncidentContained("closed"),
                            posted("u1", PublicStatus.INVESTIGATING, "text"));
            history.at("10:20")
                    .incident(
                            "a",
                            new LifecycleEvent.IncidentAcknowledged(),
                            new ContainmentEvent.ContainmentLost("opened"),
                            new ContainmentEvent.IncidentContained("closed"),
                            posted("u2", PublicStatus.INVESTIGATING, "text"));
            history.at("10:40").incident("a", posted("u3", PublicStatus.INVESTIGATING, "text"));
            assertThat(durations().values())
                    .containsOnly(Duration.ofMinutes(20))
                    .hasSize(3);
        }

        @Test
        void resolutions_the_last_counts_and_none_while_it_is_open_again() {
            history.at("10:00").incident("a", reported("a"));
            history.at("11:00").incident("a", resolved());
            history.at("12:00").incident("a", reopened());
            assertThat(durations()).isEmpty();
            history.at("13:00").incident("a", resolved());
            assertThat(durations()).containsExactly(Map.entry(Measure.RESOLVE, Duration.ofHours(3)));
        }

        @Test
        void closings_the_first_since_it_was_last_reopened_counts() {
            history.incident("a", reported("a"), resolved());
            history.at("11:00").incident("a", new PostMortemEvent.PostMortemPublished(1));
            history.at("12:00").incident("a", new PostMortemEvent.PostMortemPublished(2));
            assertThat(measures().closed()).isEqualTo(instant("11:00"));
            history.incident("a", reopened());
            assertThat(measures().closed()).isNull();
            history.at("14:00").incident("a", resolved(), new PostMortemEvent.PostMortemWaived("known"));
            assertThat(measures().closed()).isEqualTo(instant("14:00"));
        }
    }

    @Nested
    class First_public_notice {
        @Test
        void counts_when_it_occurred_whatever_the_page_shows() {
            history.at("10:00").incident("a", reported("a"));
            history.at("11:00").incident("a", displayed("10:05", "u", PublicStatus.INVESTIGATING));
            assertThat(durations()).containsEntry(Measure.FIRST_PUBLIC_NOTICE, Duration.ofHours(1));
        }

        @Test
        void counts_even_when_it_was_taken_back() {
            history.at("10:00").incident("a", reported("a"));
            history.at("10:05").incident("a", posted("u", PublicStatus.INVESTIGATING, "text"));
            history.at("10:06")
                    .incident("a", new PublicationEvent.PublicUpdateRetracted(new UpdateId("u"), "wrong page"));
            assertThat(durations()).containsEntry(Measure.FIRST_PUBLIC_NOTICE, Duration.ofMinutes(5));
        }
    }

    private IncidentMeasures measures() {
        return history.fold(new MeasuresProjection()).get("a").orElseThrow();
    }

    private Map<Measure, Duration> durations() {
        Map<Measure, Duration> known = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            Duration duration = measures().duration(measure);
            if (duration != null) {
                known.put(measure, duration);
            }
        }
        return known;
    }
}
