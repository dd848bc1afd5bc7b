package org.incidentledger.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.incidentledger.bundle.FastSignatures;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.encoding.HistoryReader;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.ledger.LedgerReader;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.LedgerVerifier;
import org.incidentledger.core.verification.VerificationProgress;
import org.incidentledger.core.verification.VerificationReport;
import org.incidentledger.embedded.CommandSender;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.LedgerOptions;
import org.incidentledger.embedded.Outcome;

/** The ledger as a service embeds it, through its facade. */
final class OurLedger implements Contestant {
    /** Entries that are read with one call. */
    static final int PAGE = 1_000;

    private static final ActorRef ACTOR = new ActorRef("staff/bench");
    private static final Duration REBUILD_AT_MOST = Duration.ofMinutes(30);

    private final IncidentLedger ledger;
    private final Runnable release;
    private final CommandSender sender;
    private final HistoryDecoder decoder = new HistoryDecoder(new EventCodec());

    OurLedger(IncidentLedger ledger) {
        this(ledger, () -> {});
    }

    /** @param release closes what is left to close after the ledger */
    OurLedger(IncidentLedger ledger, Runnable release) {
        this.ledger = ledger;
        this.release = release;
        this.sender = ledger.as(ACTOR);
    }

    /** Options that keep no view, so that appending is measured alone. */
    static LedgerOptions withoutViews() {
        LedgerOptions defaults = LedgerOptions.defaults();
        return new LedgerOptions(
                defaults.policy(),
                defaults.clock(),
                defaults.meters(),
                List.of(),
                defaults.notary(),
                defaults.access(),
                defaults.sealingKey(),
                defaults.upkeep());
    }

    /** The same ledger, each command made one that may hold a sealed value. */
    SealedAppending.Noting noting(SealedAppending.Subject subject) {
        return new SealedAppending.Noting(ledger, sender, subject);
    }

    @Override
    public boolean carryOut(IncidentCommand command) {
        return sender.send(command) instanceof Outcome.Accepted;
    }

    @Override
    public long readAll() {
        LongAdder read = new LongAdder();
        new HistoryReader(ledger.reader(), decoder).forEach(0, size(), event -> read.increment());
        return read.sum();
    }

    /**
     * Verifies everything, as the command {@code verify} does.
     *
     * @throws IllegalStateException when something does not hold
     */
    long verify(VerifierKey key) {
        LedgerReader reader = ledger.reader();
        VerificationReport report = new LedgerVerifier(reader::read, ledger.tree(), key)
                .with(new FastSignatures())
                .verify(VerificationProgress.NONE);
        if (report instanceof VerificationReport.Verified verified) {
            return verified.counts().entries();
        }
        throw new IllegalStateException("the ledger does not verify: " + report);
    }

    /** How many entries there are. */
    long size() {
        return ledger.head().size();
    }

    LedgerReader reader() {
        return ledger.reader();
    }

    /** The events from a position on; none at the end of the ledger. */
    List<RecordedEvent> events(long from) {
        return ledger.reader().read(from, PAGE).stream().map(decoder::decode).toList();
    }

    /** Empties every view, and returns when all have taken in the whole history again. */
    void rebuild() {
        ledger.rebuild();
        awaitViews();
    }

    /** Removes the snapshots of a ledger without views: all that making its views anew comes to. */
    void dropSnapshots() {
        ledger.rebuild();
    }

    void awaitViews() {
        ledger.await(size() - 1, REBUILD_AT_MOST);
    }

    @Override
    public void close() {
        try {
            ledger.close();
        } finally {
            release.run();
        }
    }
}
