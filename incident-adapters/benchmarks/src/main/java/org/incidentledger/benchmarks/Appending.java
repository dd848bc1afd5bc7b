package org.incidentledger.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.embedded.LedgerOptions;

/** The whole way of a command: sent, its aggregate loaded, decided, its event appended, durable, answered. */
final class Appending {
    static final String WORKLOAD = "append";

    private static final String UNIT = "commands/s";

    private final Site site;
    private final Sizes sizes;
    private final Results results;

    Appending(Site site, Sizes sizes, Results results) {
        this.site = site;
        this.sizes = sizes;
        this.results = results;
    }

    void run() throws SQLException {
        List<Standing> contestants = new ArrayList<>();
        try (PlainTable plain = new PlainTable(site.durable("append-plain"), site, sampleEntries())) {
            contestants.add(new Standing(Contestant.STOCK, stock(site.durable("append-stock"))));
            if (site.mustBeForced()) {
                contestants.add(new Standing(Contestant.STOCK_UNFORCED, stock(site.unforced("append-unforced"))));
            }
            contestants.add(new Standing(Contestant.ENVERS, new EnversAudit(site.durable("append-envers"))));
            addOurs(contestants);
            // The most callers first: they bring the compiler further than any single one.
            for (int callers : sizes.callers().reversed()) {
                measure(callers, contestants, plain);
            }
        } finally {
            contestants.forEach(standing -> standing.contestant().close());
        }
    }

    private record Standing(String name, Contestant contestant) {}

    private void addOurs(List<Standing> contestants) throws SQLException {
        try {
            contestants.add(new Standing(Contestant.OURS, site.ledger("append-ours", OurLedger.withoutViews())));
            contestants.add(
                    new Standing(Contestant.OURS_WITH_VIEWS, site.ledger("append-views", LedgerOptions.defaults())));
        } catch (LedgerException.Unavailable e) {
            results.say("%s: our engine is left out: %s".formatted(site.name(), e.getMessage()));
        }
    }

    private Contestant stock(Pool pool) {
        return new AxonBus(StockEngine.on(pool, site.eventTables()), pool::close);
    }

    private void measure(int count, List<Standing> contestants, PlainTable plain) throws SQLException {
        List<Callers> open = new ArrayList<>();
        List<Entrant> entrants = new ArrayList<>();
        try {
            for (Standing standing : contestants) {
                Callers callers = new Callers(standing.contestant(), "c" + count, count);
                open.add(callers);
                entrants.add(new Entrant(standing.name(), () -> callers.perSecond(sizes.sample())));
            }
            entrants.add(new Entrant(Contestant.MEMORY, () -> inMemory(new InMemoryEventStorageEngine(), count)));
            entrants.add(new Entrant(Contestant.INDEXED_MEMORY, () -> inMemory(new MemoryEngine(), count)));
            entrants.add(new Entrant(Contestant.PLAIN, () -> plainly(plain, count)));
            results.take(new Results.Case(site.name(), WORKLOAD, count, UNIT), entrants);
        } finally {
            open.forEach(Callers::close);
        }
    }

    /** On an empty store each time: one that grows would fill the heap of the others. */
    private double inMemory(EventStorageEngine engine, int count) {
        try (AxonBus memory = new AxonBus(engine, () -> {});
                Callers callers = new Callers(memory, "m", count)) {
            return callers.perSecond(sizes.sample());
        }
    }

    private double plainly(PlainTable plain, int count) throws SQLException {
        long start = System.nanoTime();
        long end = start + sizes.sample().toNanos();
        long rows = 0;
        do {
            plain.insert(count);
            rows += count;
        } while (System.nanoTime() < end);
        return rows * 1e9 / (System.nanoTime() - start);
    }

    /** The bytes of a hundred incidents, as our engine writes them. */
    private List<byte[]> sampleEntries() {
        return SampleEntries.of(100 * Life.COMMANDS).stream()
                .map(StoredEntry::bytes)
                .toList();
    }
}
