package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.core.subject.SubjectCommand;
import org.incidentledger.core.verification.LedgerVerifier;
import org.incidentledger.core.verification.VerificationProgress;
import org.incidentledger.core.verification.VerificationReport;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Sealed values through the facade, on an embedded database. */
class VaultTest extends SealedReports {
    private boolean isInLedger(String text) {
        return ledger.reader().read(0, 1_000).stream()
                .anyMatch(entry -> new String(entry.bytes(), StandardCharsets.UTF_8).contains(text));
    }

    @Nested
    class Sealing_a_value {
        @Test
        void keeps_it_out_of_the_ledger_and_opens_it_again_also_later() {
            SealedValue reporter = reported("2026-1", ANN, ANNS_NAME);
            assertThat(isInLedger("Müller")).isFalse();
            assertThat(isInLedger(reporter.commitment())).isTrue();
            reopen();

            assertThat(vault().open(reporter.id(), "call back")).isInstanceOfSatisfying(Opening.Open.class, open -> {
                assertThat(open.value().text()).isEqualTo(ANNS_NAME);
                assertThat(open.value().opens(reporter)).isTrue();
                assertThat(open.position()).isZero();
            });
        }

        @Test
        void records_every_opening() {
            SealedValue reporter = reported("2026-1", ANN, ANNS_NAME);
            vault().open(reporter.id(), "call back");

            assertThat(isInLedger("\"type\":\"subject.values-opened\"")).isTrue();
            assertThat(isInLedger("\"purpose\":\"read\",\"reason\":\"call back\""))
                    .isTrue();
            assertThat(isInLedger("\"stream\":\"client/ann\"")).isTrue();
            assertThat(vault().open(reporter.id(), " "))
                    .isInstanceOfSatisfying(
                            Opening.StaysSealed.class,
                            stays -> assertThat(stays.refusal().rule()).isEqualTo(Rule.TEXT_EMPTY));
        }

        @Test
        void comes_with_the_command_that_refers_to_it() {
            SealedValue foreign = ledger.sealing().seal(ANN, ANNS_NAME);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ledger.as(ADA).send(report("2026-1", foreign)))
                    .withMessageContaining("was not sealed with it");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ledger.as(ADA).with(ledger.sealing()).send(report("2026-1", foreign)));
            assertThat(ledger.head().size()).isZero();
        }

        @Test
        void is_for_one_command_which_may_be_sent_again() {
            Sealing sealing = ledger.sealing();
            SealedValue reporter = sealing.seal(ANN, ANNS_NAME);
            UUID command = UUID.randomUUID();
            CommandSender sender = ledger.as(ADA).with(sealing);
            assertThat(sender.commandId(command).send(report("2026-1", reporter)))
                    .isInstanceOf(Outcome.Accepted.class);

            assertThat(sender.commandId(command).send(report("2026-1", reporter)))
                    .isInstanceOfSatisfying(
                            Outcome.Accepted.class,
                            again -> assertThat(again.repeated()).isTrue());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sender.send(report("2026-2", reporter)))
                    .withMessageContaining("is stored with the command " + command);
            assertThat(ledger.head().size()).isEqualTo(1);
        }

        @Test
        void stores_nothing_when_the_command_is_refused_or_repeated() {
            UUID command = UUID.randomUUID();
            Sealing sealing = ledger.sealing();
            CommandSender sender = ledger.as(ADA).commandId(command).with(sealing);
            LifecycleCommand.ReportIncident report = report("2026-1", sealing.seal(ANN, ANNS_NAME));
            sender.send(report);
            Outcome repeated = sender.send(report);
            Sealing late = ledger.sealing();
            ledger.as(ADA).with(late).send(report("2026-1", late.seal(BOB, "Bob")));

            assertThat(repeated)
                    .isInstanceOfSatisfying(
                            Outcome.Accepted.class,
                            accepted -> assertThat(accepted.repeated()).isTrue());
            assertThat(vault().plan(ANN).values()).hasSize(1);
            assertThat(vault().plan(BOB).values()).isEmpty();
        }

        @Test
        void never_quotes_it() {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> ledger.sealing().seal(ANN, "secret".repeat(10_000)))
                    .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("secretsecret"));
            Sealing sealing = ledger.sealing();
            sealing.seal(ANN, ANNS_NAME);
            assertThat(sealing.toString()).doesNotContain("Müller");
            assertThat(vault().open(reported("2026-1", ANN, ANNS_NAME).id(), "x")
                            .toString())
                    .doesNotContain("Müller");
        }
    }

    @Nested
    class Erasing_a_subject {
        @Test
        void deletes_its_values_and_its_key_and_nobody_elses() throws Exception {
            SealedValue first = reported("2026-1", ANN, ANNS_NAME);
            SealedValue other = reported("2026-2", BOB, "Bob");
            Sealing sealing = ledger.sealing();
            ledger.as(ADA)
                    .with(sealing)
                    .send(new SubjectCommand.DescribeSubject(ANN, sealing.seal(ANN, "Ann"), null))
                    .receipt();
            long before = ledger.head().size();

            Erasure erasure = vault().erase(ANN, "req-7", "GDPR Art. 17(1)(a)");
            assertThat(erasure.outcome()).isInstanceOf(Outcome.Accepted.class);
            assertThat(vault().open(first.id(), "call back")).isEqualTo(new Opening.Erased(0, before));
            assertThat(vault().open(other.id(), "call back")).isInstanceOf(Opening.Open.class);
            assertThat(vault().erase(ANN, "req-7", "GDPR Art. 17(1)(a)").outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused ->
                                    assertThat(refused.refusal().message()).contains("it was erased by request req-7"));
            assertThat(new LedgerVerifier(ledger.reader()::read, ledger.tree(), ledger.key())
                            .verify(VerificationProgress.NONE))
                    .isInstanceOf(VerificationReport.Verified.class);
            reopen();
            assertThat(vault().open(first.id(), "call back")).isInstanceOf(Opening.Erased.class);
            assertThat(vault().open(other.id(), "call back")).isInstanceOf(Opening.Open.class);
        }

        @Test
        void is_refused_by_a_legal_hold_until_it_is_lifted() {
            reported("2026-1", ANN, ANNS_NAME);
            IncidentId incident = new IncidentId("2026-1");
            ledger.as(ADA).send(new RecordCommand.PlaceHold(incident, "case 7")).receipt();

            assertThat(vault().plan(ANN).holdings().holds()).hasSize(1);
            assertThat(vault().erase(ANN, "req-7", "Art. 17").outcome())
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                        assertThat(refused.refusal().rule()).isEqualTo(Rule.LEGAL_HOLD);
                        assertThat(refused.refusal().message()).contains("2026-1 is on legal hold: case 7");
                    });
            assertThat(vault().plan(ANN).values()).hasSize(1);
            ledger.as(ADA).send(new RecordCommand.LiftHold(incident, "settled")).receipt();
            assertThat(vault().erase(ANN, "req-7", "Art. 17").outcome()).isInstanceOf(Outcome.Accepted.class);
        }

        @Test
        void within_one_incident_keeps_what_is_sealed_in_others() {
            SealedValue here = reported("2026-1", ANN, ANNS_NAME);
            SealedValue there = reported("2026-2", ANN, ANNS_NAME);
            ledger.as(ADA)
                    .send(new RecordCommand.EraseSealed(new IncidentId("2026-1"), ANN, "req-7", "Art. 17"))
                    .receipt();

            assertThat(vault().open(here.id(), "x")).isInstanceOf(Opening.Erased.class);
            assertThat(vault().open(there.id(), "x")).isInstanceOf(Opening.Open.class);
        }

        @Test
        void lets_the_subject_be_spoken_of_again_under_another_key() {
            reported("2026-1", ANN, ANNS_NAME);
            vault().erase(ANN, "req-7", "Art. 17");
            SealedValue again = reported("2026-2", ANN, ANNS_NAME);

            assertThat(vault().open(again.id(), "x")).isInstanceOf(Opening.Open.class);
        }
    }

    @Nested
    class Subject_access {
        @Test
        void tells_everything_with_the_positions_it_is_committed_at() {
            SealedValue first = reported("2026-1", ANN, ANNS_NAME);
            reported("2026-2", BOB, "Bob");
            vault().erase(ANN, "req-7", "Art. 17");
            SealedValue second = reported("2026-3", ANN, "Ann again");

            SubjectReport report = vault().about(ANN, "Art. 15");
            assertThat(report.values()).hasSize(2);
            assertThat(report.values().getFirst().id()).isEqualTo(first.id());
            assertThat(report.values().getFirst().open()).isNull();
            assertThat(report.values().getFirst().erasedAt()).isEqualTo(2);
            assertThat(report.values().getLast().id()).isEqualTo(second.id());
            assertThat(report.values().getLast().open())
                    .satisfies(open -> assertThat(open.text()).isEqualTo("Ann again"));
            assertThat(report.values().getLast().position()).isEqualTo(3);
            assertThat(report.mentions())
                    .extracting(SubjectReport.Mention::position)
                    .containsExactly(0L, 2L, 3L, 4L);
        }
    }
}
