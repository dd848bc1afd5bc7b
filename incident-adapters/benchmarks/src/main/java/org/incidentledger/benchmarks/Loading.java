package org.incidentledger.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.ledger.LedgerException;

/** A command to an incident of a thousand events that is refused: the incident is loaded and decided, nothing is written. */
final class Loading {
    static final String WORKLOAD = "load of a long incident";

    private static final String UNIT = "loads/s";
    private static final IncidentId INCIDENT = new IncidentId("long");

    private final Site site;
    private final Sizes sizes;
    private final Results results;

    Loading(Site site, Sizes sizes, Results results) {
        this.site = site;
        this.sizes = sizes;
        this.results = results;
    }

    void run() throws SQLException {
        List<Contestant> open = new ArrayList<>();
        List<Entrant> entrants = new ArrayList<>();
        try {
            Pool stock = site.durable("load-stock");
            enter(
                    Contestant.STOCK,
                    new AxonBus(StockEngine.on(stock, site.eventTables()), stock::close),
                    open,
                    entrants);
            enter(Contestant.INDEXED_MEMORY, new AxonBus(new MemoryEngine(), () -> {}), open, entrants);
            enter(Contestant.ENVERS, new EnversAudit(site.durable("load-envers")), open, entrants);
            try {
                enter(Contestant.OURS, site.ledger("load-ours", OurLedger.withoutViews()), open, entrants);
            } catch (LedgerException.Unavailable e) {
                results.say("%s: our engine is left out: %s".formatted(site.name(), e.getMessage()));
            }
            results.take(new Results.Case(site.name(), WORKLOAD, 1, UNIT), entrants);
        } finally {
            open.forEach(Contestant::close);
        }
    }

    private void enter(String name, Contestant contestant, List<Contestant> open, List<Entrant> entrants) {
        open.add(contestant);
        contestant.carryOut(Life.report(INCIDENT));
        contestant.carryOut(Life.acknowledge(INCIDENT));
        for (int number = 2; number < sizes.longIncident(); number++) {
            contestant.carryOut(Life.finding(INCIDENT, number));
        }
        entrants.add(new Entrant(name, () -> loads(contestant)));
    }

    private double loads(Contestant contestant) {
        long start = System.nanoTime();
        long end = start + sizes.sample().toNanos();
        long loads = 0;
        do {
            if (contestant.carryOut(Life.acknowledge(INCIDENT))) {
                throw new IllegalStateException("an incident was taken up twice");
            }
            loads++;
        } while (System.nanoTime() < end);
        return loads * 1e9 / (System.nanoTime() - start);
    }
}
