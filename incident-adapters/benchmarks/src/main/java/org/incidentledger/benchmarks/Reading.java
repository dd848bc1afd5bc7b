package org.incidentledger.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.embedded.LedgerOptions;

/** What is done with the whole of a ledger: read it into decoded events, check it, fold it into every view, open it. */
final class Reading {
    static final String READ = "full read";
    static final String REBUILD = "rebuild of all views";
    static final String OPEN = "open";

    /** The name under which the scan of our own rows stands. */
    static final String SCAN = "plain paged scan";

    /** The name under which the verification of the whole ledger stands. */
    static final String VERIFY = "incident ledger, verify";

    private static final String LEDGER = "read-ours";
    private static final int FILLING_CALLERS = 256;
    private static final int AUDITING_CALLERS = 8;

    private final Site site;
    private final Sizes sizes;
    private final Results results;

    Reading(Site site, Sizes sizes, Results results) {
        this.site = site;
        this.sizes = sizes;
        this.results = results;
    }

    void run() throws IOException, SQLException {
        try (OurLedger ledger = site.ledger(LEDGER, OurLedger.withoutViews())) {
            fill(ledger, (int) Math.min(FILLING_CALLERS, sizes.entries() / Life.COMMANDS), sizes.entries());
            read(ledger);
        }
        rebuild();
        open();
    }

    private void read(OurLedger ledger) throws IOException, SQLException {
        VerifierKey key = site.key(LEDGER);
        Pool pool = site.durable("read-stock");
        try (AxonBus stock = new AxonBus(StockEngine.on(pool, site.eventTables()), pool::close);
                EnversAudit envers = new EnversAudit(site.durable("read-envers"));
                Pool beside = site.beside(LEDGER);
                Connection scanning = beside.dataSource().getConnection()) {
            StockEngine.copy(ledger, stock.engine());
            fill(envers, AUDITING_CALLERS, sizes.audited());
            List<Entrant> entrants = List.of(
                    Entrant.timed(Contestant.OURS, () -> whole(ledger.size(), ledger.readAll())),
                    Entrant.timed(Contestant.STOCK, () -> whole(ledger.size(), stock.readAll())),
                    Entrant.timed(VERIFY, () -> whole(ledger.size(), ledger.verify(key))),
                    Entrant.timed(Contestant.ENVERS, envers::readAll),
                    Entrant.timed(SCAN, () -> whole(ledger.size(), PlainTable.scan(scanning))));
            results.take(new Results.Case(site.name(), READ, 1, "events/s"), entrants);
        }
    }

    private void rebuild() throws SQLException {
        try (OurLedger ledger = site.ledger(LEDGER, LedgerOptions.defaults())) {
            ledger.awaitViews();
            List<Double> rates = new ArrayList<>();
            for (int round = 0; round < Math.min(sizes.rounds(), 3); round++) {
                long start = System.nanoTime();
                ledger.rebuild();
                rates.add(ledger.size() * 1e9 / (System.nanoTime() - start));
            }
            results.keep(new Results.Case(site.name(), REBUILD, 1, "events/s"), Contestant.OURS, rates);
        }
    }

    private void open() throws SQLException {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < sizes.rounds(); round++) {
            long start = System.nanoTime();
            try (OurLedger ledger = site.ledger(LEDGER, OurLedger.withoutViews())) {
                rates.add(1e9 / (System.nanoTime() - start));
                whole(sizes.entries(), ledger.size());
            }
        }
        results.keep(new Results.Case(site.name(), OPEN, 1, "openings/s"), Contestant.OURS, rates);
    }

    private static void fill(Contestant contestant, int callers, long atLeast) {
        try (Callers filling = new Callers(contestant, "f", callers)) {
            filling.send(atLeast);
        }
    }

    private static long whole(long atLeast, long read) {
        if (read < atLeast) {
            throw new IllegalStateException("%,d were read of %,d".formatted(read, atLeast));
        }
        return read;
    }
}
