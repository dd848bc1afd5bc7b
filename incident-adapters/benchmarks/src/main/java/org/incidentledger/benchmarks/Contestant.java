package org.incidentledger.benchmarks;

import org.incidentledger.core.incident.IncidentCommand;

/** One way of keeping incidents, on storage of its own. Safe for use by many threads. */
interface Contestant extends AutoCloseable {
    /** The name of our own engine in every table. */
    String OURS = "incident ledger";

    /** The name of our own engine while it also keeps every view live. */
    String OURS_WITH_VIEWS = "incident ledger, views live";

    /** Axon's engine, made to survive a power cut. */
    String STOCK = "axon jdbc";

    /** Axon's engine on H2 as its users run it: a commit lies in the operating system when it returns. */
    String STOCK_UNFORCED = "axon jdbc, not forced";

    /** Axon's own engine without a disk. */
    String MEMORY = "axon in memory";

    /** Axon without a disk, on an engine that finds the events of an aggregate at once. */
    String INDEXED_MEMORY = "axon in memory, indexed";

    /** The same bytes by plain batches of SQL. */
    String PLAIN = "plain jdbc";

    /** Hibernate Envers auditing an entity of the same data. */
    String ENVERS = "hibernate envers";

    /**
     * Carries a command out and returns when its effect is as durable as this contestant makes it.
     *
     * @return whether the command was accepted
     */
    boolean carryOut(IncidentCommand command);

    /** Reads the whole history, each event decoded with what is kept about it. */
    long readAll();

    @Override
    void close();
}
