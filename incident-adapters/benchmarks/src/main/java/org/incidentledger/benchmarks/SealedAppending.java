package org.incidentledger.benchmarks;

import java.sql.SQLException;
import java.util.List;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.LifecycleCommand.ReportIncident;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.embedded.CommandSender;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Outcome;
import org.incidentledger.embedded.Sealing;
import org.jspecify.annotations.Nullable;

/** What sealing costs: the same commands with one sealed value in every event, and with none. Each incident has a subject of its own. */
final class SealedAppending {
    static final String WORKLOAD = "append, one value sealed";
    static final String SEALED = "incident ledger, sealed";

    private static final int WARM_UP_SAMPLES = 12;

    private final Site site;
    private final Sizes sizes;
    private final Results results;

    SealedAppending(Site site, Sizes sizes, Results results) {
        this.site = site;
        this.sizes = sizes;
        this.results = results;
    }

    void run() throws SQLException {
        try (OurLedger plain = site.ledger("append-unsealed", OurLedger.withoutViews());
                OurLedger sealed = site.ledger("append-sealed", OurLedger.withoutViews())) {
            warmUp(plain.noting(false), sealed.noting(true));
            for (int callers : sizes.callers().reversed()) {
                try (Callers ofPlain = new Callers(plain.noting(false), "p" + callers, callers);
                        Callers ofSealed = new Callers(sealed.noting(true), "s" + callers, callers)) {
                    results.take(
                            new Results.Case(site.name(), WORKLOAD, callers, "commands/s"),
                            List.of(
                                    new Entrant(Contestant.OURS, () -> ofPlain.perSecond(sizes.sample())),
                                    new Entrant(SEALED, () -> ofSealed.perSecond(sizes.sample()))));
                }
            }
        }
    }

    /** Java takes longer to translate what seals than one sample lasts. */
    private void warmUp(Contestant plain, Contestant sealed) {
        int callers = sizes.callers().getLast();
        try (Callers ofPlain = new Callers(plain, "warm", callers);
                Callers ofSealed = new Callers(sealed, "warm", callers)) {
            for (int i = 0; i < WARM_UP_SAMPLES; i++) {
                ofPlain.perSecond(sizes.sample());
                ofSealed.perSecond(sizes.sample());
            }
        }
    }

    /** Turns every command into one that may hold a sealed value. */
    record Noting(IncidentLedger ledger, CommandSender sender, boolean seals) implements Contestant {
        private static final String FINDING =
                "A client called: the storage of node n-14 has not answered since the change of cables, and two of its own clients"
                        + " cannot reach their mail. The name and the number to call back are in the sealed note.";

        @Override
        public boolean carryOut(IncidentCommand command) {
            if (!seals) {
                return sender.send(noting(command, null)) instanceof Outcome.Accepted;
            }
            Sealing sealing = ledger.sealing();
            SealedValue value =
                    sealing.seal(new ActorRef("client/" + command.incident().value()), "Ann Example <ann@example.org>");
            return sender.with(sealing).send(noting(command, value)) instanceof Outcome.Accepted;
        }

        private static IncidentCommand noting(IncidentCommand command, @Nullable SealedValue value) {
            if (command instanceof ReportIncident report) {
                return value == null ? report : report.reportedBy(value);
            }
            return new RecordCommand.RecordFinding(command.incident(), FINDING, List.of(), value);
        }

        @Override
        public long readAll() {
            return ledger.head().size();
        }

        @Override
        public void close() {
            // Whoever opened the ledger closes it.
        }
    }
}
