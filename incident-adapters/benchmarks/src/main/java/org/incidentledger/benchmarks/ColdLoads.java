package org.incidentledger.benchmarks;

import org.incidentledger.core.incident.IncidentId;

/** Loads a long incident of our ledger when it is not in memory: as many others as are kept there were used meanwhile. */
final class ColdLoads {
    private final OurLedger ledger;
    private final IncidentId incident;
    private final Sizes sizes;

    /** @param incident one that was taken up */
    ColdLoads(OurLedger ledger, IncidentId incident, Sizes sizes) {
        this.ledger = ledger;
        this.incident = incident;
        this.sizes = sizes;
        for (int other = 0; other < sizes.others(); other++) {
            ledger.carryOut(Life.report(other(other)));
        }
    }

    /** Loads in a second, without the time between them. */
    double perSecond() {
        return perSecond(() -> {});
    }

    /** The same, each from the first event on. A snapshot is taken again after each, while the others are used. */
    double perSecondWithoutSnapshot() {
        return perSecond(ledger::dropSnapshots);
    }

    private double perSecond(Runnable before) {
        long end = System.nanoTime() + sizes.sample().toNanos();
        long nanos = 0;
        long loads = 0;
        do {
            useOthers();
            before.run();
            long start = System.nanoTime();
            boolean accepted = ledger.carryOut(Life.acknowledge(incident));
            nanos += System.nanoTime() - start;
            loads++;
            if (accepted) {
                throw new IllegalStateException("an incident was taken up twice");
            }
        } while (System.nanoTime() < end);
        return loads * 1e9 / nanos;
    }

    private void useOthers() {
        for (int other = 0; other < sizes.others(); other++) {
            if (ledger.carryOut(Life.report(other(other)))) {
                throw new IllegalStateException("an incident was reported twice");
            }
        }
    }

    private static IncidentId other(int number) {
        return new IncidentId("other-" + number);
    }
}
