package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.incidentledger.contracts.faults.ChildJvm;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.subject.SubjectEvent;
import org.incidentledger.core.verification.LedgerVerifier;
import org.incidentledger.core.verification.VerificationProgress;
import org.incidentledger.core.verification.VerificationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that erases subjects is killed at a random moment, again and again on the same ledger. More rounds:
 * {@code -Derasure.kills=50}; the same choices again: {@code -Derasure.seed=…}.
 */
class KilledErasureTest {
    private static final int KILLS = Integer.getInteger("erasure.kills", 1);
    private static final long SEED = Long.getLong("erasure.seed", System.nanoTime());
    private static final ActorRef ADA = new ActorRef("staff/ada");
    private static final int SAID_MAX = 6;
    private static final int DELAY_MILLIS = 150;
    private static final int SUBJECTS = 4 * KILLS + 4;
    private static final int VALUES = 4;

    @RegisterExtension
    final FreshPostgres postgres = new FreshPostgres();

    @TempDir
    Path folder;

    private final HistoryDecoder decoder = new HistoryDecoder(new EventCodec());
    private final List<ErasurePlan> before = new ArrayList<>();
    private final Set<Integer> begun = new HashSet<>();
    private final Set<Integer> done = new HashSet<>();
    private int answered;
    private int finishedLater;

    @Test
    void is_whole_or_not_at_all_and_is_finished_when_it_is_asked_for_again(TestReporter reporter) throws Exception {
        killAgainAndAgain(new ErasureSite(folder, ""), reporter);
    }

    @Test
    void is_so_on_postgresql_too(TestReporter reporter) throws Exception {
        killAgainAndAgain(new ErasureSite(folder, postgres.url()), reporter);
    }

    private void killAgainAndAgain(ErasureSite site, TestReporter reporter) throws Exception {
        reporter.publishEntry("erasure.seed", Long.toString(SEED));
        Random random = new Random(SEED);
        try (IncidentLedger ledger = site.open()) {
            Crowd.appear(ledger, 0, SUBJECTS);
            IntStream.range(0, SUBJECTS)
                    .mapToObj(number -> ledger.as(ADA).vault().plan(Crowd.subject(number)))
                    .forEach(before::add);
        }
        assertThat(before).allSatisfy(plan -> assertThat(plan.values()).hasSize(VALUES));
        for (int kill = 1; kill <= KILLS; kill++) {
            eraseUntilKilled(site, random);
            verify(site, kill);
        }
        reporter.publishEntry(
                "done",
                "%d kills, %d erasures begun, %d had been answered, %d were found undone"
                        .formatted(KILLS, begun.size(), answered, finishedLater));
    }

    private void eraseUntilKilled(ErasureSite site, Random random) throws IOException, InterruptedException {
        List<UUID> said = new ArrayList<>();
        try (ChildJvm child = ErasingChild.start(site, begun.size())) {
            int wanted = 1 + random.nextInt(SAID_MAX);
            while (said.size() < wanted) {
                said.add(child.nextAcknowledged());
            }
            Thread.sleep(random.nextInt(DELAY_MILLIS));
            said.addAll(child.kill());
        }
        for (UUID one : said) {
            int number = (int) one.getLeastSignificantBits();
            (one.equals(ErasingChild.begun(number)) ? begun : done).add(number);
        }
        answered += (int) said.stream()
                .filter(one -> one.equals(ErasingChild.done((int) one.getLeastSignificantBits())))
                .count();
    }

    private void verify(ErasureSite site, int kill) throws IOException, SQLException {
        try (IncidentLedger ledger = site.open()) {
            Vault vault = ledger.as(ADA).vault();
            assertThat(begun).as("seed %d leaves others to look at", SEED).hasSizeLessThan(SUBJECTS);
            for (int number = 0; number < SUBJECTS; number++) {
                assertWholeOrGone(vault.plan(Crowd.subject(number)), number, kill);
            }
            for (int number : begun) {
                finish(ledger, number);
            }
            assertErasedOnce(ledger);
            int other = SUBJECTS - 1;
            assertThat(vault.disclose(Crowd.subject(other), "x"))
                    .hasSize(VALUES)
                    .allSatisfy(opening -> assertThat(opening).isInstanceOf(Opening.Open.class));
            assertThat(new LedgerVerifier(ledger.reader()::read, ledger.tree(), ledger.key())
                            .verify(VerificationProgress.NONE))
                    .isInstanceOf(VerificationReport.Verified.class);
        }
        Set<String> left = IntStream.range(0, SUBJECTS)
                .filter(number -> !begun.contains(number))
                .mapToObj(number -> Crowd.subject(number).value())
                .collect(Collectors.toSet());
        assertThat(site.subjectsOfValues()).isEqualTo(left);
        assertThat(site.subjectsOfKeys()).isEqualTo(left);
        if (site.isEmbedded()) {
            assertThat(Traces.of(begun.stream().map(before::get).toList()).in(folder))
                    .as("files with traces after kill %d of seed %d", kill, SEED)
                    .isEmpty();
        }
    }

    private void assertWholeOrGone(ErasurePlan now, int number, int kill) {
        if (done.contains(number)) {
            assertThat(now.values())
                    .as("values of %d after kill %d", number, kill)
                    .isEmpty();
        } else if (begun.contains(number)) {
            assertThat(now.values().size())
                    .as("values of %d after kill %d", number, kill)
                    .isIn(0, VALUES);
        } else {
            assertThat(now.values()).isEqualTo(before.get(number).values());
        }
    }

    private void finish(IncidentLedger ledger, int number) {
        Outcome outcome = ErasingChild.erase(ledger, number);
        if (outcome instanceof Outcome.Refused refused) {
            assertThat(refused.refusal().rule()).isEqualTo(Rule.NOTHING_SEALED);
            assertThat(refused.refusal().message()).endsWith("by request R-" + number);
        } else {
            assertThat(done).doesNotContain(number);
            finishedLater++;
        }
        done.add(number);
    }

    /** Each erasure is recorded once, with all values that there were. */
    private void assertErasedOnce(IncidentLedger ledger) {
        List<Set<UUID>> erased = new ArrayList<>();
        for (StoredEntry entry : ledger.reader().read(0, Integer.MAX_VALUE)) {
            RecordedEvent event = decoder.decode(entry);
            if (event.fact() instanceof Fact.OfSubject of && of.event() instanceof SubjectEvent.SubjectErased said) {
                erased.add(Set.copyOf(said.values()));
            }
        }
        List<Set<UUID>> expected = begun.stream()
                .map(number -> before.get(number).values().stream()
                        .map(EncryptedValue::id)
                        .collect(Collectors.toSet()))
                .toList();
        assertThat(erased).containsExactlyInAnyOrderElementsOf(expected);
    }
}
