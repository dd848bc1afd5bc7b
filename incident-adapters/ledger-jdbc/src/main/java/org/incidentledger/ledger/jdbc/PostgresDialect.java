package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.incidentledger.core.ledger.LedgerException;

/** PostgreSQL: a commit that was answered is on disk, and many processes append in the order of the lock of the head. */
final class PostgresDialect implements Dialect {
    private static final int OLDEST_VERSION = 140000;

    /** Any number that no other program uses for the same: two nodes that open an empty database must not both make a ledger. */
    private static final String LOCK_CREATION = "SELECT pg_advisory_xact_lock(4936251840201)";

    private static final String FITNESS = """
            SELECT pg_is_in_recovery(), current_setting('server_encoding'), current_setting('server_version_num')::int""";

    /**
     * A node whose machine vanished in the middle of a group would keep the head locked until the network gives it up, which takes
     * hours: the server ends such a transaction instead. And a commit is waited for even where the database says otherwise. The
     * statements are planned once, to use their indexes however small the tables are then: planning each
     * time, or compiling them, takes longer than they do.
     */
    private static final String BEGIN_APPENDING = """
            SELECT set_config('idle_in_transaction_session_timeout', '10s', false),
                   set_config('lock_timeout', '30s', false),
                   set_config('plan_cache_mode', 'force_generic_plan', false),
                   set_config('enable_seqscan', 'off', false),
                   set_config('jit', 'off', false),
                   CASE WHEN current_setting('synchronous_commit') = 'off'
                        THEN set_config('synchronous_commit', 'on', false) END""";

    private static final String OWNS = """
            SELECT bool_and(pg_has_role(relowner, 'USAGE'))
            FROM pg_class
            WHERE oid IN ('sealed_value'::regclass, 'sealing_key'::regclass)""";

    private static final String LATER =
            "deleted rows stay in the files of the tables until their owner runs VACUUM FULL sealed_value, sealing_key";

    private static final String LOG =
            "the write-ahead log, its archive and backups hold erased values, encrypted, until they are"
                    + " recycled; keep them no longer than the guide to privacy says";

    @Override
    public String schemaResource() {
        return "schema/v1/postgresql.sql";
    }

    @Override
    public void requireFit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FITNESS)) {
            row.next();
            if (row.getBoolean(1)) {
                throw unfit("the server is a read-only replica; use the address of its primary");
            }
            if (!row.getString(2).equals("UTF8")) {
                throw unfit("the database keeps text as %s; create one with ENCODING 'UTF8' TEMPLATE template0"
                        .formatted(row.getString(2)));
            }
            if (row.getInt(3) < OLDEST_VERSION) {
                throw unfit("the server is PostgreSQL %d; use 14 or newer".formatted(row.getInt(3) / 10_000));
            }
        }
    }

    @Override
    public void lockCreation(Connection connection) throws SQLException {
        execute(connection, LOCK_CREATION);
    }

    /** What is set lasts as long as the connection; the writer keeps it for itself. */
    @Override
    public void beginAppending(Connection connection) throws SQLException {
        // Whoever waited for the lock must see what the others committed meanwhile.
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
        execute(connection, BEGIN_APPENDING);
        connection.setAutoCommit(false);
    }

    @Override
    public void force(Connection connection) {
        // The commit has done it.
    }

    @Override
    public boolean sharesDurableCommits() {
        return true;
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public SealedTables sealedTables() {
        return new SealedRows();
    }

    @Override
    public void convert(Connection connection) {
        // Nothing has changed.
    }

    /**
     * Rewrites the two tables, which only their owner may. What the write-ahead log, its archive and backups hold is out of reach from
     * here.
     */
    @Override
    public List<String> purge(Connection connection) throws SQLException {
        if (!ownsSealedTables(connection)) {
            return List.of(LATER, LOG);
        }
        connection.setAutoCommit(true);
        execute(connection, "VACUUM (FULL) sealed_value");
        execute(connection, "VACUUM (FULL) sealing_key");
        return List.of(LOG);
    }

    private static boolean ownsSealedTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OWNS)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Override
    public String putDocument() {
        return """
                INSERT INTO view_document (view_name, doc_key, document)
                VALUES (?, ?, ?)
                ON CONFLICT (view_name, doc_key) DO UPDATE SET document = EXCLUDED.document""";
    }

    @Override
    public String documentsInOrder() {
        return """
                SELECT doc_key, document
                FROM view_document
                WHERE view_name = ?
                ORDER BY doc_key COLLATE "C\"""";
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static LedgerException.Unavailable unfit(String why) {
        return new LedgerException.Unavailable("cannot open the ledger: " + why, null);
    }
}
