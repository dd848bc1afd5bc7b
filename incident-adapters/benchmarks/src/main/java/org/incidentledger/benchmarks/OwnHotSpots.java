package org.incidentledger.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import org.incidentledger.embedded.LedgerOptions;

/** Where the processor's time goes in our own engine. */
final class OwnHotSpots {
    private static final String LEDGER = "hot";
    private static final int CALLERS = 64;
    private static final int READS = 8;
    private static final int WARM_UP = 4;

    private final Site site;
    private final Sizes sizes;
    private final PrintStream out;

    OwnHotSpots(Site site, Sizes sizes, PrintStream out) {
        this.site = site;
        this.sizes = sizes;
        this.out = out;
    }

    void run() throws IOException, SQLException {
        HotSpots spots = new HotSpots(out);
        try (OurLedger ledger = site.ledger(LEDGER, OurLedger.withoutViews());
                Callers callers = new Callers(ledger, "h", CALLERS)) {
            for (int i = 0; i < WARM_UP; i++) {
                callers.perSecond(sizes.sample());
            }
            long before = ledger.size();
            spots.of("%s, append, %d callers".formatted(site.name(), CALLERS), () -> {
                callers.send(sizes.entries());
                return ledger.size() - before;
            });
            try (Callers one = new Callers(ledger, "o", 1)) {
                spots.of(site.name() + ", append, 1 caller", () -> {
                    long size = ledger.size();
                    one.perSecond(sizes.sample());
                    return ledger.size() - size;
                });
            }
            ledger.readAll();
            spots.of(site.name() + ", full read", () -> read(ledger));
        }
        try (OurLedger ledger = site.ledger(LEDGER, LedgerOptions.defaults())) {
            spots.of(site.name() + ", views from nothing", () -> {
                ledger.awaitViews();
                return ledger.size();
            });
        }
    }

    private static long read(OurLedger ledger) {
        long read = 0;
        for (int i = 0; i < READS; i++) {
            read += ledger.readAll();
        }
        return read;
    }
}
