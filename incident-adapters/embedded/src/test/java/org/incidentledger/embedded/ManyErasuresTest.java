package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.verification.LedgerVerifier;
import org.incidentledger.core.verification.VerificationProgress;
import org.incidentledger.core.verification.VerificationReport;
import org.incidentledger.projections.audit.AuditProjection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many subjects are erased while others are spoken of. As many as the requirement names: {@code -Dprivacy.erasures=1000}. */
class ManyErasuresTest {
    private static final int ERASURES = Integer.getInteger("privacy.erasures", 12);
    private static final ActorRef ADA = new ActorRef("staff/ada");

    @TempDir
    Path folder;

    @Test
    void leave_nothing_of_the_erased_and_everything_of_the_others() throws Exception {
        List<ErasurePlan> plans = new ArrayList<>();
        int last;
        try (IncidentLedger ledger = IncidentLedger.open(folder, LedgerOptions.defaults())) {
            Crowd.appear(ledger, 0, 2 * ERASURES);
            AtomicBoolean done = new AtomicBoolean();
            int[] next = {2 * ERASURES};
            Thread load = Thread.ofPlatform().start(() -> {
                while (!done.get()) {
                    Crowd.appear(ledger, next[0]++);
                }
            });
            for (int number = 0; number < ERASURES; number++) {
                plans.add(ledger.as(ADA).vault().plan(Crowd.subject(number)));
                assertThat(ledger.as(ADA)
                                .vault()
                                .erase(Crowd.subject(number), "R-" + number, "Art. 17")
                                .outcome())
                        .isInstanceOf(Outcome.Accepted.class);
            }
            done.set(true);
            load.join();
            last = next[0];
            assertAllIsAsItShouldBe(ledger, last);
            List<String> live = auditLines(ledger.views(), ledger);
            ledger.rebuild();
            assertThat(auditLines(ledger.views(), ledger)).isEqualTo(live);
        }
        assertThat(plans).allSatisfy(plan -> assertThat(plan.values()).hasSize(4));
        assertThat(Traces.of(plans).in(folder)).isEmpty();
        try (IncidentLedger ledger = IncidentLedger.open(folder, LedgerOptions.defaults())) {
            assertAllIsAsItShouldBe(ledger, last);
            ErasurePlan kept = ledger.as(ADA).vault().plan(Crowd.subject(ERASURES));
            assertThat(kept.traces().in(folder)).isNotEmpty();
        }
    }

    private static void assertAllIsAsItShouldBe(IncidentLedger ledger, int last) {
        Vault vault = ledger.as(ADA).vault();
        for (int number = 0; number < ERASURES; number++) {
            assertThat(vault.plan(Crowd.subject(number)).values()).isEmpty();
        }
        SubjectReport erased = vault.about(Crowd.subject(0), "Art. 15");
        assertThat(erased.values()).hasSize(4).allSatisfy(held -> {
            assertThat(held.open()).isNull();
            assertThat(held.erasedAt()).isNotNull();
            assertThat(vault.open(held.id(), "x")).isInstanceOf(Opening.Erased.class);
        });
        IntStream.range(ERASURES, last)
                .forEach(number -> assertThat(vault.disclose(Crowd.subject(number), "x"))
                        .hasSize(4)
                        .allSatisfy(opening -> assertThat(opening).isInstanceOf(Opening.Open.class)));
        VerificationReport report = new LedgerVerifier(ledger.reader()::read, ledger.tree(), ledger.key())
                .verify(VerificationProgress.NONE);
        assertThat(report).isInstanceOf(VerificationReport.Verified.class);
        StoredEntry first = ledger.prove(0).entry();
        assertThat(first.position()).isZero();
    }

    private static List<String> auditLines(Views views, IncidentLedger ledger) {
        ledger.await(ledger.head().size() - 1, Duration.ofMinutes(5));
        return views.of(new AuditProjection())
                .all()
                .map(line -> line.position() + " " + line.summary() + " " + line.changes())
                .toList();
    }
}
