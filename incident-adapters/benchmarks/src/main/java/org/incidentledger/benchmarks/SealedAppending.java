package org.incidentledger.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.LifecycleCommand.ReportIncident;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.embedded.CommandSender;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Outcome;
import org.incidentledger.embedded.Sealing;
import org.jspecify.annotations.Nullable;

/**
 * What sealing costs: the same commands with one sealed value in every event, and with none. The values are about somebody new in each
 * incident, or about clients who come back.
 */
final class SealedAppending {
    static final String WORKLOAD = "append, one value sealed";
    static final String SEALED = "incident ledger, sealed";
    static final String SEALED_RETURNING = "incident ledger, sealed, 5,000 subjects";

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
                OurLedger sealed = site.ledger("append-sealed", OurLedger.withoutViews());
                OurLedger returning = site.ledger("append-sealed-returning", OurLedger.withoutViews())) {
            List<Noting> contestants = List.of(
                    plain.noting(Subject.NONE), sealed.noting(Subject.NEW), returning.noting(Subject.RETURNING));
            warmUp(contestants);
            for (int callers : sizes.callers().reversed()) {
                compare(contestants, callers);
            }
        }
    }

    private void compare(List<Noting> contestants, int count) throws SQLException {
        List<Callers> callers = contestants.stream()
                .map(contestant -> new Callers(contestant, "c" + count, count))
                .toList();
        try {
            List<Entrant> entrants = new ArrayList<>();
            for (int i = 0; i < callers.size(); i++) {
                Callers own = callers.get(i);
                entrants.add(new Entrant(contestants.get(i).subject().contestant, () -> own.perSecond(sizes.sample())));
            }
            results.takeClosely(new Results.Case(site.name(), WORKLOAD, count, "commands/s"), entrants);
        } finally {
            callers.forEach(Callers::close);
        }
    }

    /** Java takes longer to translate what seals than one sample lasts. */
    private void warmUp(List<Noting> contestants) {
        int count = sizes.callers().getLast();
        List<Callers> callers = contestants.stream()
                .map(contestant -> new Callers(contestant, "warm", count))
                .toList();
        for (int i = 0; i < WARM_UP_SAMPLES; i++) {
            callers.forEach(each -> each.perSecond(sizes.sample()));
        }
        callers.forEach(Callers::close);
    }

    /** Whom the values are about. */
    enum Subject {
        NONE(Contestant.OURS),
        NEW(SEALED),
        RETURNING(SEALED_RETURNING);

        private static final int CLIENTS = 5_000;

        private final String contestant;

        Subject(String contestant) {
            this.contestant = contestant;
        }

        ActorRef in(IncidentId incident) {
            String client = this == RETURNING
                    ? Integer.toString(new SplittableRandom(incident.value().hashCode()).nextInt(CLIENTS))
                    : incident.value();
            return new ActorRef("client/" + client);
        }
    }

    /** Turns every command into one that may hold a sealed value. */
    record Noting(IncidentLedger ledger, CommandSender sender, Subject subject) implements Contestant {
        private static final String FINDING =
                "A client called: the storage of node n-14 has not answered since the change of cables, and two of its own clients"
                        + " cannot reach their mail. The name and the number to call back are in the sealed note.";

        @Override
        public boolean carryOut(IncidentCommand command) {
            if (subject == Subject.NONE) {
                return sender.send(noting(command, null)) instanceof Outcome.Accepted;
            }
            Sealing sealing = ledger.sealing();
            SealedValue value = sealing.seal(subject.in(command.incident()), "Ann Example <ann@example.org>");
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
