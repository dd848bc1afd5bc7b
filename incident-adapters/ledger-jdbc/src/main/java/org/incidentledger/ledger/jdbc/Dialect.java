package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.incidentledger.core.ledger.LedgerException;

/** What differs from one database to the next. */
interface Dialect {
    /** Creates whatever is missing of format version 1; may be run again after an interruption. */
    String schemaResource();

    /** @throws LedgerException.Unavailable when the database is not fit for a ledger, saying why and what to do */
    void requireFit(Connection connection) throws SQLException;

    /** Lets no other process make the tables until the transaction ends. */
    void lockCreation(Connection connection) throws SQLException;

    /** Makes a connection fit to append with; called once, by a connection that does not commit by itself. */
    void beginAppending(Connection connection) throws SQLException;

    /**
     * Returns when everything committed before this call is on disk. Called outside of any transaction, by a connection that does
     * not commit by itself.
     */
    void force(Connection connection) throws SQLException;

    /**
     * Whether everything that another connection can see is on disk already, and other processes append too. Then readers trust
     * what they see, else only what this process has forced.
     */
    boolean sharesDurableCommits();

    /** Whether each statement costs a round trip to another process. */
    boolean isRemote();

    /** How sealed values are kept. */
    SealedTables sealedTables();

    /** Turns what an earlier version of this library left in other tables into what this one reads. A crash in here is followed by the same again. */
    void convert(Connection connection) throws SQLException;

    /** Stores a document of a view, whether or not there was one: view, key, document. */
    String putDocument();

    /** Reads the documents of a view, ordered by the code points of their keys. */
    String documentsInOrder();

    /** Removes what the database itself keeps of deleted rows, as far as it can do that now; says what is left, and how it goes. */
    List<String> purge(Connection connection) throws SQLException;

    /** @throws LedgerException.Unavailable when the database is of a kind that this library does not know */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> new H2Dialect();
            case "PostgreSQL" -> new PostgresDialect();
            default ->
                throw new LedgerException.Unavailable(
                        "the database is %s, on which this version keeps no ledger; use PostgreSQL or H2"
                                .formatted(product),
                        null);
        };
    }
}
