package org.incidentledger.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.incident.IncidentId;

/**
 * A command to an incident of a thousand events that is refused: the incident is loaded and decided, nothing is written. Once as often
 * as can be, once when it has not been used for a while.
 */
final class Loading {
    static final String WORKLOAD = "load of a long incident";

    static final String COLD = "cold load of a long incident";

    /** The name of our own engine that finds no snapshot. */
    static final String WITHOUT_SNAPSHOT = "incident ledger, no snapshot";

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
            Pool pool = site.durable("load-stock");
            AxonBus stock = new AxonBus(StockEngine.on(pool, site.eventTables()), pool::close);
            enter(Contestant.STOCK, stock, open, entrants);
            enter(Contestant.INDEXED_MEMORY, new AxonBus(new MemoryEngine(), () -> {}), open, entrants);
            enter(Contestant.ENVERS, new EnversAudit(site.durable("load-envers")), open, entrants);
            OurLedger ours = site.ledger("load-ours", OurLedger.withoutViews());
            enter(Contestant.OURS, ours, open, entrants);
            results.take(new Results.Case(site.name(), WORKLOAD, 1, UNIT), entrants);
            ColdLoads cold = new ColdLoads(ours, INCIDENT, sizes);
            results.take(
                    new Results.Case(site.name(), COLD, 1, UNIT),
                    List.of(
                            new Entrant(Contestant.STOCK, () -> loads(stock)),
                            new Entrant(WITHOUT_SNAPSHOT, cold::perSecondWithoutSnapshot),
                            new Entrant(Contestant.OURS, cold::perSecond)));
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
