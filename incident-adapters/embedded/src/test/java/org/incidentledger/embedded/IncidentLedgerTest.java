package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.incidentledger.contracts.SettableClock;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.incident.AccessPoint;
import org.incidentledger.core.incident.AccessPointKind;
import org.incidentledger.core.incident.ContainmentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.PostMortemCommand;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.projections.StandardProjections;
import org.incidentledger.projections.audit.AuditProjection;
import org.incidentledger.projections.replay.Documents;
import org.incidentledger.projections.replay.Projection;
import org.incidentledger.projections.timeline.TimelineProjection;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentLedgerTest {
    private static final ActorRef ADA = new ActorRef("staff/ada");
    private static final ActorRef GRACE = new ActorRef("staff/grace");
    private static final IncidentId INCIDENT = new IncidentId("2026-1");
    private static final Duration SOON = Duration.ofSeconds(30);

    @Nested
    class an_incident_taken_through_its_life {
        @Test
        void shows_in_every_view_and_survives_closing(@TempDir Path directory) {
            long last;
            try (IncidentLedger ledger = IncidentLedger.open(directory)) {
                last = takeThroughItsLife(ledger);
                ledger.await(last, SOON);
                assertLiveEqualsReplayed(ledger);
            }
            try (IncidentLedger again = IncidentLedger.open(directory)) {
                assertThat(again.head().size()).isEqualTo(last + 1);
                again.await(last, SOON);
                assertLiveEqualsReplayed(again);
            }
        }

        @Test
        void looks_the_same_after_a_rebuild(@TempDir Path directory) {
            try (IncidentLedger ledger = IncidentLedger.open(directory)) {
                long last = takeThroughItsLife(ledger);
                ledger.await(last, SOON);
                ledger.rebuild();
                ledger.await(last, SOON);
                assertLiveEqualsReplayed(ledger);
            }
        }

        @Test
        void can_be_seen_as_of_every_position() {
            try (IncidentLedger ledger = IncidentLedger.inMemory(LedgerOptions.defaults())) {
                long last = takeThroughItsLife(ledger);
                for (long position = 0; position <= last; position++) {
                    assertThat(ledger.asOf(Moment.position(position))
                                    .of(new AuditProjection())
                                    .all())
                            .hasSize((int) position + 1);
                }
            }
        }
    }

    @Nested
    class a_command_sent_again_under_its_id {
        private final UUID id = UUID.randomUUID();

        @Test
        void is_answered_with_its_first_receipt_and_appends_nothing(@TempDir Path directory) {
            try (IncidentLedger ledger = IncidentLedger.open(directory)) {
                Receipt first = ledger.as(ADA).commandId(id).send(report()).receipt();
                Outcome second = ledger.as(ADA).commandId(id).send(report());

                assertThat(second).isEqualTo(new Outcome.Accepted(first, true));
                assertThat(ledger.head().size()).isEqualTo(1);
            }
        }

        @Test
        void is_answered_with_its_first_refusal_even_when_it_would_be_granted_by_now() {
            try (IncidentLedger ledger = IncidentLedger.inMemory(LedgerOptions.defaults())) {
                LifecycleCommand acknowledge = new LifecycleCommand.AcknowledgeIncident(INCIDENT);
                Outcome first = ledger.as(ADA).commandId(id).send(acknowledge);
                ledger.as(ADA).send(report()).receipt();

                assertThat(refusal(first)).isEqualTo(Rule.INCIDENT_UNKNOWN);
                assertThat(ledger.as(ADA).commandId(id).send(acknowledge)).isEqualTo(first);
            }
        }

        @Test
        void is_refused_when_it_is_another_command_for_another_stream() {
            try (IncidentLedger ledger = IncidentLedger.inMemory(LedgerOptions.defaults())) {
                ledger.as(ADA).commandId(id).send(report()).receipt();
                Outcome other = ledger.as(ADA)
                        .commandId(id)
                        .send(LifecycleCommand.ReportIncident.of(
                                new IncidentId("2026-2"), "Other", IncidentKind.ABUSE, Severity.MINOR));

                assertThat(refusal(other)).isEqualTo(Rule.COMMAND_ID_REUSED);
            }
        }
    }

    @Nested
    class a_command_that_cannot_be_carried_out {
        @Test
        void is_refused_by_name_and_counted() {
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            try (IncidentLedger ledger =
                    IncidentLedger.inMemory(LedgerOptions.defaults().withMeters(meters))) {
                ledger.as(ADA).send(report()).receipt();
                Outcome outcome = ledger.as(ADA).send(new LifecycleCommand.ReopenIncident(INCIDENT, "again"));

                assertThat(refusal(outcome)).isEqualTo(Rule.INCIDENT_NOT_RESOLVED);
                assertThatThrownBy(outcome::receipt)
                        .isInstanceOf(CommandRefusedException.class)
                        .hasMessageContaining("2026-1 is reported, not resolved");
                assertThat(meters.counter("incident.ledger.refusals", "rule", "incident-not-resolved")
                                .count())
                        .isEqualTo(1);
                assertThat(meters.get("incident.ledger.append").timer().count()).isEqualTo(1);
                assertThat(meters.get("incident.ledger.projection.lag").gauges())
                        .hasSize(StandardProjections.all().size());
            }
        }

        @Test
        void is_refused_when_its_entry_would_be_too_large() {
            try (IncidentLedger ledger = IncidentLedger.inMemory(LedgerOptions.defaults())) {
                ledger.as(ADA).send(report()).receipt();
                Outcome outcome = ledger.as(ADA)
                        .send(new RecordCommand.RecordFinding(INCIDENT, "\u0001".repeat(30_000), List.of(), null));

                assertThat(refusal(outcome)).isEqualTo(Rule.ENTRY_TOO_LARGE);
                assertThat(ledger.head().size()).isEqualTo(1);
            }
        }

        @Test
        void is_refused_when_merging_would_lead_in_a_circle() {
            IncidentId other = new IncidentId("2026-2");
            try (IncidentLedger ledger = IncidentLedger.inMemory(LedgerOptions.defaults())) {
                ledger.as(ADA).send(report()).receipt();
                ledger.as(ADA)
                        .send(LifecycleCommand.ReportIncident.of(
                                other, "Same", IncidentKind.SECURITY_EVENT, Severity.MAJOR))
                        .receipt();
                ledger.as(ADA)
                        .send(new LifecycleCommand.MergeIncident(other, INCIDENT, "duplicate", List.of()))
                        .receipt();

                assertThat(refusal(ledger.as(ADA)
                                .send(new LifecycleCommand.MergeIncident(INCIDENT, other, "duplicate", List.of()))))
                        .isEqualTo(Rule.MERGE_CYCLE);
                assertThat(refusal(ledger.as(ADA)
                                .send(new LifecycleCommand.MergeIncident(
                                        INCIDENT, new IncidentId("nowhere"), "duplicate", List.of()))))
                        .isEqualTo(Rule.INCIDENT_UNKNOWN);
            }
        }

        @Test
        void is_an_error_of_storage_after_closing(@TempDir Path directory) {
            IncidentLedger ledger = IncidentLedger.open(directory);
            ledger.close();
            ledger.close();

            assertThatThrownBy(() -> ledger.as(ADA).send(report())).isInstanceOf(LedgerException.Unavailable.class);
        }
    }

    @Nested
    class history {
        @Test
        void as_of_an_instant_is_what_had_been_recorded_by_then() {
            SettableClock clock = new SettableClock(Instant.parse("2026-05-01T10:00:00Z"));
            try (IncidentLedger ledger =
                    IncidentLedger.inMemory(LedgerOptions.defaults().withClock(clock))) {
                ledger.as(ADA).send(report()).receipt();
                Instant before = clock.instant();
                clock.advance(Duration.ofMinutes(5));
                ledger.as(ADA)
                        .send(new LifecycleCommand.AcknowledgeIncident(INCIDENT))
                        .receipt();

                assertThat(ledger.asOf(Moment.instant(before)).size()).isEqualTo(1);
                assertThat(ledger.asOf(Moment.instant(clock.instant())).size()).isEqualTo(2);
                assertThat(ledger.asOf(Moment.instant(before.minusSeconds(1))).size())
                        .isZero();
            }
        }
    }

    private static LifecycleCommand.ReportIncident report() {
        return LifecycleCommand.ReportIncident.of(
                INCIDENT, "Unknown login to the billing panel", IncidentKind.SECURITY_EVENT, Severity.MAJOR);
    }

    private static long takeThroughItsLife(IncidentLedger ledger) {
        AccessPoint panel = new AccessPoint(AccessPointKind.BILLING_PANEL, "billing");
        UpdateId first = new UpdateId("u1");
        CommandSender ada = ledger.as(ADA);
        ada.send(report()).receipt();
        ada.send(new LifecycleCommand.AcknowledgeIncident(INCIDENT)).receipt();
        ada.send(new ContainmentCommand.CloseAccess(INCIDENT, panel, "sessions ended", true))
                .receipt();
        ada.send(new ContainmentCommand.ContainIncident(INCIDENT, "nobody else got in"))
                .receipt();
        ada.send(PublicationCommand.PostUpdate.of(INCIDENT, first, PublicStatus.INVESTIGATING, "We look into it."))
                .receipt();
        ada.send(new PublicationCommand.CorrectUpdate(INCIDENT, first, "We are looking into it.", "wording"))
                .receipt();
        ada.send(new LifecycleCommand.ResolveIncident(INCIDENT, "credentials changed", true))
                .receipt();
        ada.send(new PostMortemCommand.RevisePostMortem(
                        INCIDENT, 0, "What happened", "A password leaked.", "first draft"))
                .receipt();
        ledger.as(GRACE)
                .send(new PostMortemCommand.ApprovePostMortem(INCIDENT, 1))
                .receipt();
        return ada.send(new PostMortemCommand.PublishPostMortem(INCIDENT))
                .receipt()
                .lastPosition();
    }

    private static void assertLiveEqualsReplayed(IncidentLedger ledger) {
        Views replayed = ledger.asOf(Moment.position(ledger.head().size() - 1));
        assertThat(ledger.views().size()).isEqualTo(replayed.size());
        for (Projection<?> projection : StandardProjections.all()) {
            assertThat(documents(ledger.views(), projection))
                    .as(projection.name())
                    .isEqualTo(documents(replayed, projection));
        }
        assertThat(documents(replayed, new TimelineProjection())).hasSize(1);
    }

    private static List<?> documents(Views views, Projection<?> projection) {
        Documents<?> documents = views.of(projection);
        return documents.all().toList();
    }

    private static Rule refusal(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal().rule();
    }
}
