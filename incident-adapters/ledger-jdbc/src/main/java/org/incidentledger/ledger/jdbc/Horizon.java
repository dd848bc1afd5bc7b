package org.incidentledger.ledger.jdbc;

import org.incidentledger.core.ledger.LedgerHead;

/**
 * How far readers may look. Where other processes append too and every commit is on disk, that is what the database shows at this
 * moment; elsewhere it is what this process has forced to disk.
 */
final class Horizon {
    private final DurableHead durable;
    private final boolean shared;
    private final JdbcReader reader;

    Horizon(DurableHead durable, Dialect dialect, JdbcReader reader) {
        this.durable = durable;
        this.shared = dialect.sharesDurableCommits();
        this.reader = reader;
    }

    boolean isShared() {
        return shared;
    }

    /** Whether an append may have been committed, without anybody being able to say. */
    boolean isInDoubt() {
        return durable.inDoubt();
    }

    /** Where the ledger ends now. */
    LedgerHead head() {
        if (!shared) {
            return durable.get();
        }
        LedgerHead committed = reader.head();
        durable.learn(committed);
        return committed;
    }

    /** The size of the ledger for whoever reads positions below a limit; asks the database only when it has to. */
    long sizeUpTo(long limit) {
        long known = durable.get().size();
        return known >= limit ? known : head().size();
    }

    /** The size for whoever looks for rows that are there or not, without caring where the ledger ends. */
    long ofRows() {
        return shared ? Long.MAX_VALUE : durable.get().size();
    }
}
