package org.incidentledger.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventTableFactory;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.embedded.LedgerOptions;

/** A kind of database, on which each contestant gets storage of its own. */
interface Site extends AutoCloseable {
    /** How many connections a contestant gets at most that takes one for each command in flight. */
    int CONNECTIONS = 32;

    /** The name in every table. */
    String name();

    /** What the machine's description says about it. */
    String description();

    /** A data source on a new, empty database, whose commits are on disk when they return. */
    Pool durable(String database) throws SQLException;

    /** The same without forcing, where there is a difference; where there is none, this is not asked for. */
    Pool unforced(String database) throws SQLException;

    /** Whether a commit of this database lies in the operating system when it returns, unless it is forced. */
    boolean mustBeForced();

    /** The tables of Axon's engine in the words of this database. */
    EventTableFactory eventTables();

    /** The type of a column of some hundred bytes. */
    String bytesType();

    /**
     * Opens our ledger, the same one for the same name.
     *
     * @throws org.incidentledger.core.ledger.LedgerException when this version keeps no ledger on such a database
     */
    OurLedger ledger(String database, LedgerOptions options) throws SQLException;

    /** The key that verifies a ledger which was opened. */
    VerifierKey key(String database) throws IOException;

    /** Further connections to the database of a ledger that is open. */
    Pool beside(String database) throws SQLException;

    @Override
    void close();
}
