package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.incidentledger.contracts.postgres.PostgresServer;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.Rfc6962;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TiledTree;
import org.incidentledger.core.tlog.TrustedLog;
import org.incidentledger.core.verification.EntryProof;
import org.incidentledger.core.verification.LedgerVerifier;
import org.incidentledger.core.verification.VerificationProgress;
import org.incidentledger.core.verification.VerificationReport;
import org.incidentledger.projections.audit.AuditLine;
import org.incidentledger.projections.audit.AuditProjection;
import org.incidentledger.projections.replay.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many subjects are erased while others are spoken of. As many as the requirement names: {@code -Dprivacy.erasures=1000}, among
 * {@code -Dprivacy.incidents=10000}.
 */
class ManyErasuresTest {
    private static final int ERASURES = Integer.getInteger("privacy.erasures", 10);
    private static final int INCIDENTS = Integer.getInteger("privacy.incidents", 2 * ERASURES);
    private static final int VALUES = 4;
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final ActorRef ADA = new ActorRef("staff/ada");

    @TempDir
    Path folder;

    private final List<ErasurePlan> plans = new ArrayList<>();
    private final List<EntryProof> given = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger(INCIDENTS);

    @Test
    void leave_nothing_of_the_erased_and_everything_of_the_others(TestReporter reporter) throws Exception {
        ErasureSite site = new ErasureSite(folder, "");
        eraseUnderLoad(site, reporter);
        assertThat(Traces.of(plans).in(folder)).isEmpty();
        ErasurePlan kept = verifyAgain(site);
        assertThat(kept.traces().in(folder)).isNotEmpty();
    }

    /** The service does not own the tables, as the guide to operating has it: the owner rewrites them later. */
    @Test
    void leave_nothing_in_postgresql_once_its_owner_has_vacuumed(TestReporter reporter) throws Exception {
        PostgresServer server = PostgresServer.shared();
        String database = server.createDatabase();
        ErasureSite owned = new ErasureSite(folder, server.url(database));
        owned.open().close();
        ErasureSite site = owned.asService(server);
        eraseUnderLoad(site, reporter);
        Path files = server.files().resolve("data/base");
        server.execute("CHECKPOINT");
        assertThat(Traces.of(plans).in(files)).isNotEmpty();

        owned.execute("VACUUM (FULL) sealed_value", "VACUUM (FULL) sealing_key");
        server.execute("CHECKPOINT");
        assertThat(Traces.of(plans).in(files)).isEmpty();
        ErasurePlan kept = verifyAgain(site);
        assertThat(kept.traces().in(files)).isNotEmpty();
    }

    private ErasurePlan verifyAgain(ErasureSite site) throws SQLException {
        for (Set<String> subjects : List.of(site.subjectsOfValues(), site.subjectsOfKeys())) {
            assertThat(subjects)
                    .hasSize(next.get() - ERASURES)
                    .doesNotContainAnyElementsOf(
                            plans.stream().map(plan -> plan.subject().value()).toList());
        }
        try (IncidentLedger ledger = site.open()) {
            assertAllIsAsItShouldBe(ledger);
            return ledger.as(ADA).vault().plan(Crowd.subject(ERASURES));
        }
    }

    private void eraseUnderLoad(ErasureSite site, TestReporter reporter) throws InterruptedException {
        try (IncidentLedger ledger = site.open()) {
            Crowd.appear(ledger, 0, INCIDENTS);
            SignedCheckpoint before = ledger.tree().checkpoint();
            IntStream.range(0, 20)
                    .mapToObj(i -> ledger.prove(before.size() * i / 20))
                    .forEach(given::add);
            AtomicBoolean done = new AtomicBoolean();
            Thread load = Thread.ofPlatform().start(() -> {
                while (!done.get()) {
                    Crowd.appear(ledger, next.getAndIncrement());
                }
            });
            long start = System.nanoTime();
            erase(ledger);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            done.set(true);
            load.join();
            reporter.publishEntry(
                    "erased",
                    "%,d subjects among %,d in %,d ms, while %,d appeared"
                            .formatted(ERASURES, INCIDENTS, took.toMillis(), next.get() - INCIDENTS));
            assertContinues(ledger, before);
            assertAllIsAsItShouldBe(ledger);
            List<String> live = auditLines(ledger);
            ledger.rebuild();
            assertThat(auditLines(ledger)).isEqualTo(live);
        }
    }

    private void erase(IncidentLedger ledger) {
        Vault vault = ledger.as(ADA).vault();
        for (int number = 0; number < ERASURES; number++) {
            ErasurePlan plan = vault.plan(Crowd.subject(number));
            assertThat(plan.values()).hasSize(VALUES);
            assertThat(plan.key()).isNotNull();
            plans.add(plan);
            assertThat(vault.erase(Crowd.subject(number), "R-" + number, "Art. 17")
                            .outcome())
                    .isInstanceOf(Outcome.Accepted.class);
        }
    }

    private void assertAllIsAsItShouldBe(IncidentLedger ledger) {
        Vault vault = ledger.as(ADA).vault();
        for (ErasurePlan erased : plans) {
            assertThat(vault.plan(erased.subject()).values()).isEmpty();
        }
        SubjectReport erased = vault.about(Crowd.subject(0), "Art. 15");
        assertThat(erased.values()).hasSize(VALUES).allSatisfy(held -> {
            assertThat(held.open()).isNull();
            assertThat(held.erasedAt()).isNotNull();
            assertThat(vault.open(held.id(), "x")).isInstanceOf(Opening.Erased.class);
        });
        IntStream.range(ERASURES, next.get())
                .parallel()
                .forEach(number -> assertThat(vault.disclose(Crowd.subject(number), "x"))
                        .hasSize(VALUES)
                        .allSatisfy(opening -> assertThat(opening).isInstanceOf(Opening.Open.class)));
        assertStatesAreSaid(ledger);
        for (EntryProof proof : given) {
            proof.proof()
                    .verify(
                            new TrustedLog(ledger.key().name(), ledger.key()),
                            Rfc6962.leafHash(proof.entry().bytes()));
        }
        VerificationReport report = new LedgerVerifier(ledger.reader()::read, ledger.tree(), ledger.key())
                .verify(VerificationProgress.NONE);
        assertThat(report).isInstanceOf(VerificationReport.Verified.class);
    }

    /** Now and as of an instant at which nobody had been erased. */
    private void assertStatesAreSaid(IncidentLedger ledger) {
        SealedStates states = new SealedStates(ledger.as(ADA).vault());
        long before = given.getLast().entry().position();
        ledger.await(ledger.head().size() - 1, PATIENCE);
        for (Views views : List.of(ledger.views(), ledger.asOf(Moment.position(before)))) {
            Documents<AuditLine> lines = views.of(new AuditProjection());
            for (ErasurePlan plan : plans) {
                plan.values().stream()
                        .map(EncryptedValue::position)
                        .filter(position -> position <= before)
                        .forEach(position -> assertThat(states.of(line(lines, position)))
                                .isNotEmpty()
                                .allMatch(named -> named.state() == SealedState.ERASED));
            }
        }
        ErasurePlan kept = ledger.as(ADA).vault().plan(Crowd.subject(ERASURES));
        Documents<AuditLine> lines = ledger.views().of(new AuditProjection());
        assertThat(states.of(line(lines, kept.values().getFirst().position())))
                .isNotEmpty()
                .allMatch(named -> named.state() == SealedState.SEALED);
    }

    private static AuditLine line(Documents<AuditLine> lines, long position) {
        return lines.get(AuditProjection.key(position)).orElseThrow();
    }

    private static void assertContinues(IncidentLedger ledger, SignedCheckpoint before) {
        SignedCheckpoint after = ledger.tree().checkpoint();
        new TiledTree(ledger.tree().tiles(), after.size())
                .consistencyProof(before.size())
                .verify(root(before), root(after));
    }

    private static Hash root(SignedCheckpoint signed) {
        return Checkpoint.parse(SignedNote.parse(signed.note()).text()).root();
    }

    private static List<String> auditLines(IncidentLedger ledger) {
        ledger.await(ledger.head().size() - 1, PATIENCE);
        return ledger.views()
                .of(new AuditProjection())
                .all()
                .map(line -> line.position() + " " + line.summary() + " " + line.changes())
                .toList();
    }
}
