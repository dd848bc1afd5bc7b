package org.incidentledger.intake.statuspage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentPolicy;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.LedgerOptions;
import org.incidentledger.embedded.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatuspageMirrorTest {
    private static final ActorRef ACTOR = new ActorRef("service/mirror");
    private static final LedgerOptions OPTIONS =
            LedgerOptions.defaults().withClock(Clock.fixed(Instant.parse("2024-04-01T00:00:00Z"), ZoneOffset.UTC));

    private final IncidentLedger ledger = IncidentLedger.inMemory(OPTIONS);
    private final StatuspageMirror mirror = new StatuspageMirror(ledger, ACTOR, OPTIONS);

    @AfterEach
    void close() {
        ledger.close();
    }

    private static List<Object> facts(IncidentLedger of) {
        HistoryDecoder decoder = new HistoryDecoder(new EventCodec());
        return Stream.of(of.reader().read(0, 10_000))
                .flatMap(List::stream)
                .map(decoder::decode)
                .map(StatuspageMirrorTest::lasting)
                .toList();
    }

    /** What of an entry is the same in every run. */
    private static Object lasting(RecordedEvent event) {
        return List.of(
                event.position(),
                event.stream(),
                event.sequence(),
                event.fact(),
                event.provenance().occurredAt(),
                event.provenance().commandId());
    }

    @Test
    void the_report_says_what_was_appended() {
        MirrorReport report = mirror.mirror(SamplePage.document(), MirrorProgress.SILENT);

        assertThat(report)
                .isEqualTo(new MirrorReport(
                        3,
                        2,
                        16,
                        0,
                        new MirrorReport.Seen(3, 2, 16),
                        0,
                        0,
                        (int) ledger.head().size(),
                        report.position()));
        assertThat(report.position()).isEqualTo(ledger.head().size() - 1);
    }

    @Test
    void a_second_run_appends_nothing() {
        MirrorReport first = mirror.mirror(SamplePage.document(), MirrorProgress.SILENT);

        assertThat(mirror.mirror(SamplePage.document(), MirrorProgress.SILENT))
                .isEqualTo(new MirrorReport(0, 0, 0, 0, new MirrorReport.Seen(3, 2, 16), 0, 0, 0, first.position()));
    }

    @Test
    void a_text_that_changed_is_a_correction_seen_now() {
        mirror.mirror(SamplePage.document(), MirrorProgress.SILENT);

        MirrorReport report = mirror.mirror(
                SamplePage.load()
                        .with("u3", "body", "The switch was replaced.")
                        .with("iweb", "name", "Sites answered slowly")
                        .with("d1", "body", "Other.")
                        .with("wdisk", "name", "Other")
                        .read(),
                MirrorProgress.SILENT);

        assertThat(report.corrections()).isEqualTo(4);
        assertThat(report.appended()).isEqualTo(4);
        assertThat(report.updates()).isZero();
    }

    @Test
    void progress_runs_from_nothing_to_all() {
        List<Integer> done = new ArrayList<>();

        mirror.mirror(SamplePage.document(), (at, total) -> {
            assertThat(at).isLessThanOrEqualTo(total);
            done.add(at);
        });

        assertThat(done).isSorted().doesNotHaveDuplicates().startsWith(0).hasSizeGreaterThan(20);
    }

    @Nested
    class When_a_run_fails_half_way {
        @Test
        void the_next_one_leaves_the_same_as_one_that_did_not() {
            mirror.mirror(SamplePage.document(), MirrorProgress.SILENT);
            List<Object> expected = facts(ledger);

            for (int cut : new int[] {0, 1, 4, 7, 15, 30}) {
                try (IncidentLedger other = IncidentLedger.inMemory(OPTIONS)) {
                    StatuspageMirror interrupted = new StatuspageMirror(other, ACTOR, OPTIONS);
                    assertThatThrownBy(() -> interrupted.mirror(
                                    SamplePage.document(), MirrorProgress.SILENT, failingAfter(interrupted, cut)))
                            .isInstanceOf(LedgerException.Unavailable.class);

                    interrupted.mirror(SamplePage.document(), MirrorProgress.SILENT);

                    assertThat(facts(other)).isEqualTo(expected);
                }
            }
        }

        @Test
        void a_step_whose_outcome_is_unknown_is_not_done_twice() {
            assertThatThrownBy(() -> mirror.mirror(SamplePage.document(), MirrorProgress.SILENT, step -> {
                        mirror.send(step);
                        throw new LedgerException.OutcomeUnknown(step.commandId(), null);
                    }))
                    .isInstanceOf(LedgerException.OutcomeUnknown.class);
            mirror.mirror(SamplePage.document(), MirrorProgress.SILENT);

            try (IncidentLedger other = IncidentLedger.inMemory(OPTIONS)) {
                new StatuspageMirror(other, ACTOR, OPTIONS).mirror(SamplePage.document(), MirrorProgress.SILENT);
                assertThat(facts(ledger)).isEqualTo(facts(other));
            }
        }

        private static StepSender failingAfter(StatuspageMirror mirror, int steps) {
            int[] left = {steps};
            return step -> {
                if (left[0]-- == 0) {
                    throw new LedgerException.Unavailable("the disk is gone", null);
                }
                return mirror.send(step);
            };
        }
    }

    @Nested
    class When_others_write_meanwhile {
        @Test
        void a_second_mirror_in_the_middle_changes_nothing() {
            boolean[] ran = {false};
            MirrorReport report = mirror.mirror(SamplePage.document(), (done, total) -> {
                if (done == 10 && !ran[0]) {
                    ran[0] = true;
                    mirror.mirror(SamplePage.document(), MirrorProgress.SILENT);
                }
            });

            assertThat(report.appended()).isEqualTo(10);
            try (IncidentLedger other = IncidentLedger.inMemory(OPTIONS)) {
                new StatuspageMirror(other, ACTOR, OPTIONS).mirror(SamplePage.document(), MirrorProgress.SILENT);
                assertThat(facts(ledger)).isEqualTo(facts(other));
            }
        }

        @Test
        void a_step_that_is_out_of_date_is_planned_anew() {
            mirror.mirror(SamplePage.document(), MirrorProgress.SILENT);
            StatuspageDocument later = SamplePage.load()
                    .post("imail", "m2", "identified", "2024-03-06T09:00:00.000Z")
                    .post("imail", "m3", "resolved", "2024-03-06T10:00:00.000Z")
                    .read();
            boolean[] ran = {false};

            MirrorReport report = mirror.mirror(later, (done, total) -> {
                if (done == 1 && !ran[0]) {
                    ran[0] = true;
                    ledger.as(ACTOR)
                            .send(new LifecycleCommand.ResolveIncident(new IncidentId("imail"), "by hand", false))
                            .receipt();
                }
            });

            assertThat(report.updates()).isEqualTo(2);
            assertThat(mirror.mirror(later, MirrorProgress.SILENT).appended()).isZero();
        }

        @Test
        void a_rule_that_stands_against_it_for_good_ends_the_run() {
            LedgerOptions strict = OPTIONS.withPolicy(IncidentPolicy.DEFAULT.withLimits(
                    new Limits(200, 1_000, 30, 30_000, 30_000, 200, 1_000, 500, 10_000)));
            try (IncidentLedger other = IncidentLedger.inMemory(strict)) {
                StatuspageMirror unaware = new StatuspageMirror(other, ACTOR, OPTIONS);

                assertThatThrownBy(() -> unaware.mirror(SamplePage.document(), MirrorProgress.SILENT))
                        .isInstanceOfSatisfying(
                                ImportRefusedException.class,
                                e -> assertThat(e.refusal().rule()).isEqualTo(Rule.TEXT_TOO_LONG))
                        .hasMessageStartingWith("incident inote, update n1: ");
            }
        }

        @Test
        void a_local_update_may_stand_beside_those_of_the_source() {
            mirror.mirror(SamplePage.document(), MirrorProgress.SILENT);
            Outcome local = ledger.as(ACTOR)
                    .send(PublicationCommand.PostUpdate.of(
                            new IncidentId("imail"),
                            new UpdateId("ours"),
                            org.incidentledger.core.incident.PublicStatus.IDENTIFIED,
                            "Our clients are affected, too."));
            assertThat(local).isInstanceOf(Outcome.Accepted.class);

            MirrorReport report = mirror.mirror(SamplePage.document(), MirrorProgress.SILENT);

            assertThat(report.appended()).isZero();
            assertThat(report.missing()).isZero();
        }
    }
}
