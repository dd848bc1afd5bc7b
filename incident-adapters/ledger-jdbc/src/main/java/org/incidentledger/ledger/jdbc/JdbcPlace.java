package org.incidentledger.ledger.jdbc;

import javax.sql.DataSource;
import org.incidentledger.core.ledger.Notary;
import org.incidentledger.ledger.journal.Journal;
import org.jspecify.annotations.Nullable;

/**
 * Where a ledger is kept.
 *
 * @param dataSource lends connections for as long as the ledger is open and is not closed with it; one connection is kept by the
 *     ledger
 * @param notary signs its checkpoints and remembers the last, outside of the database
 * @param journal beside an embedded database, see {@link H2Database#place}; without one a group is as durable as the database makes
 *     its commits
 */
public record JdbcPlace(
        DataSource dataSource, Notary notary, @Nullable Journal journal) {
    /** A database without a journal beside it. */
    public JdbcPlace(DataSource dataSource, Notary notary) {
        this(dataSource, notary, null);
    }
}
