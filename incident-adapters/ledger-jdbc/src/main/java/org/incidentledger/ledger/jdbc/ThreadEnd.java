package org.incidentledger.ledger.jdbc;

/** Waits for threads of the ledger's own, which end soon once they are told to. */
final class ThreadEnd {
    private ThreadEnd() {}

    /** Returns when the thread has ended; whoever is interrupted meanwhile stays so. */
    static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
