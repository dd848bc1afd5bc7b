package org.incidentledger.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A table of positions and bytes with a primary key, and nothing else: what the database itself can do, for one thread. */
final class PlainTable implements AutoCloseable {
    private static final String TABLE = "plain_entry";
    private static final String INSERT = "INSERT INTO plain_entry (position, bytes) VALUES (?, ?)";

    private final Pool pool;
    private final Connection connection;
    private final List<byte[]> entries;
    private long next;

    /** @param entries are stored again and again */
    PlainTable(Pool pool, Site site, List<byte[]> entries) throws SQLException {
        this.pool = pool;
        this.entries = entries;
        this.connection = pool.dataSource().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE %s (position BIGINT PRIMARY KEY, bytes %s NOT NULL)"
                    .formatted(TABLE, site.bytesType()));
        }
        connection.commit();
    }

    /** Stores so many entries with one batch in one transaction. */
    void insert(int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < count; i++) {
                statement.setLong(1, next);
                statement.setBytes(2, entries.get((int) (next % entries.size())));
                statement.addBatch();
                next++;
            }
            statement.executeBatch();
        }
        connection.commit();
    }

    /** Reads the entries of a ledger page by page as bytes, and nothing more. */
    static long scan(Connection connection) throws SQLException {
        long next = 0;
        long before = -1;
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT position, bytes FROM ledger_entry WHERE position >= ? AND position < ? ORDER BY position")) {
            while (next != before) {
                before = next;
                statement.setLong(1, next);
                statement.setLong(2, next + OurLedger.PAGE);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        next = rows.getBytes(2).length > 0 ? rows.getLong(1) + 1 : next;
                    }
                }
            }
        }
        connection.commit();
        return next;
    }

    @Override
    public void close() throws SQLException {
        try (pool) {
            connection.close();
        }
    }
}
