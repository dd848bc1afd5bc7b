package org.incidentledger.projections.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.projections.replay.Happened.posted;
import static org.incidentledger.projections.replay.Happened.reported;
import static org.incidentledger.projections.replay.Happened.scheduled;
import static org.incidentledger.projections.replay.RecordedHistory.instant;
import static org.incidentledger.projections.replay.RecordedHistory.recordedAt;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.projections.replay.RecordedHistory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AuditProjectionTest {
    private final RecordedHistory history = new RecordedHistory();

    @BeforeEach
    void three_entries() {
        history.by("staff/anna").at("10:00").incident("a", reported("a"));
        history.by("staff/bob").maintenance("m", scheduled("m", "20:00", "21:00"));
        history.at("10:05").incident("a", posted("u1", PublicStatus.IDENTIFIED, "The Disk\tis full.\nMore soon."));
    }

    @Test
    void there_is_one_line_for_each_entry_in_the_order_of_the_ledger() {
        assertThat(lines(AuditQuery.ALL)).extracting(AuditLine::position).containsExactly(0L, 1L, 2L);
        assertThat(history.fold(new AuditProjection()).get("0000000000000000002"))
                .isPresent();
    }

    @Test
    void lines_can_be_looked_up_by_position_and_those_not_taken_in_are_left_out() {
        AuditTrail trail = new AuditTrail(history.fold(new AuditProjection()));
        assertThat(trail.at(LongStream.of(0, 2, 3)))
                .extracting(AuditLine::position)
                .containsExactly(0L, 2L);
        assertThat(trail.all()).hasSize(3);
    }

    @Test
    void a_line_says_who_and_when_and_from_which_command() {
        assertThat(lines(AuditQuery.ALL).getFirst())
                .usingRecursiveComparison()
                .ignoringFields("summary", "changes")
                .isEqualTo(new AuditLine(
                        0,
                        recordedAt(0),
                        instant("10:00"),
                        "staff/anna",
                        new UUID(7, 0).toString(),
                        null,
                        "first",
                        "incident/a",
                        0,
                        "incident.reported",
                        new UUID(9, 0).toString(),
                        "",
                        List.of()));
        assertThat(lines(AuditQuery.ALL).get(2).sequence()).isEqualTo(1);
    }

    @Test
    void a_summary_is_one_line_and_not_long_whatever_was_written() {
        history.incident("a", new LifecycleEvent.IncidentReopened("x\u001b[31m\n".repeat(100)));
        String summary = lines(AuditQuery.ALL).getLast().summary();
        assertThat(summary).hasSizeLessThan(200).doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    }

    @Nested
    class Queries {
        @Test
        void by_stream_actor_and_type() {
            assertThat(found(AuditQuery.ofStream("incident/a"))).containsExactly(0L, 2L);
            assertThat(found(query("staff/bob", null, null, null, null))).containsExactly(1L, 2L);
            assertThat(found(query(null, "incident.reported", null, null, null)))
                    .containsExactly(0L);
        }

        @Test
        void by_the_beginning_of_a_type_up_to_a_dot() {
            assertThat(found(query(null, "incident.", null, null, null))).containsExactly(0L, 2L);
            assertThat(found(query(null, "incident", null, null, null))).isEmpty();
        }

        @Test
        void by_instant_of_recording_with_the_first_and_without_the_last() {
            assertThat(found(query(null, null, recordedAt(1).toString(), null, null)))
                    .containsExactly(1L, 2L);
            assertThat(found(query(null, null, null, recordedAt(1).toString(), null)))
                    .containsExactly(0L);
        }

        @Test
        void by_text_in_the_summary_the_reason_or_a_value_in_whatever_case() {
            assertThat(found(query(null, null, null, null, "NEW DISKS"))).containsExactly(1L);
            assertThat(found(query(null, null, null, null, "disk\tis"))).containsExactly(2L);
            assertThat(found(query(null, null, null, null, "First"))).containsExactly(0L);
            assertThat(found(query(null, null, null, null, "nowhere"))).isEmpty();
        }

        private AuditQuery query(
                @Nullable String actor,
                @Nullable String type,
                @Nullable String from,
                @Nullable String until,
                @Nullable String text) {
            return new AuditQuery(
                    null,
                    actor,
                    type,
                    from == null ? null : instant(from),
                    until == null ? null : instant(until),
                    text);
        }

        private Stream<Long> found(AuditQuery query) {
            return lines(query).stream().map(AuditLine::position);
        }
    }

    private List<AuditLine> lines(AuditQuery query) {
        return history.fold(new AuditProjection()).all().filter(query).toList();
    }
}
