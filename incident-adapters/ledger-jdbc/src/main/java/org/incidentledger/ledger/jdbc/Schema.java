package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.Notary;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.NoteSigner;
import org.incidentledger.core.tlog.Rfc6962;
import org.incidentledger.core.tlog.SignedNote;

/** The tables, in the version that this library reads and writes. */
final class Schema {
    static final int FORMAT_VERSION = 1;

    private static final String ORIGIN_PREFIX = "incident-ledger/";

    private Schema() {}

    /**
     * Finds the ledger, or makes an empty one, named like the key that signs it.
     *
     * @throws LedgerException.Unavailable when the ledger is kept in a format that this library does not know
     */
    static void open(Connection connection, Dialect dialect, Notary notary) throws SQLException {
        if (formatVersion(connection).isEmpty()) {
            dialect.lockCreation(connection);
        }
        Optional<Integer> version = formatVersion(connection);
        if (version.isEmpty()) {
            create(connection, dialect, notary);
        } else if (version.get() != FORMAT_VERSION) {
            throw new LedgerException.Unavailable(
                    ("the ledger is kept in format %d and this version of the library knows format %d;"
                                    + " open it with the version of the library that wrote it, or a newer one")
                            .formatted(version.get(), FORMAT_VERSION),
                    null);
        } else if (!hasTable(connection, dialect.sealedTables().name())) {
            addTables(connection, dialect);
        } else if (isFromBefore(connection)) {
            addTablesIfAllowed(connection, dialect);
        }
        dialect.convert(connection);
        signEmpty(connection, notary);
    }

    /** An empty ledger that was made anew, for its journal to fill, may lack the first checkpoint. */
    private static void signEmpty(Connection connection, Notary notary) throws SQLException {
        LedgerHead head = HeadTable.read(connection);
        if (head.size() == 0 && CheckpointTable.at(connection, 0).isEmpty()) {
            CheckpointTable.insert(connection, empty(head.origin(), notary.signer(head.origin())));
            connection.commit();
        }
    }

    private static SignedCheckpoint empty(String origin, NoteSigner signer) {
        SignedNote note = SignedNote.sign(new Checkpoint(origin, 0, Rfc6962.EMPTY_ROOT).text(), signer);
        return new SignedCheckpoint(0, note.format());
    }

    /** Whether something is missing that was thought of later, and without which the ledger works. */
    private static boolean isFromBefore(Connection connection) throws SQLException {
        return !(hasTable(connection, "AGGREGATE_SNAPSHOT") || hasTable(connection, "aggregate_snapshot"))
                || (hasTable(connection, "sealed_value") && !hasIndex(connection, "sealed_value", "sealed_value_key"));
    }

    /** Snapshots and indexes only make things faster: a service that may not make them goes on without them. */
    private static void addTablesIfAllowed(Connection connection, Dialect dialect) throws SQLException {
        try {
            addTables(connection, dialect);
        } catch (SQLException notTheOwner) {
            connection.rollback();
        }
    }

    /** A ledger that was made before a table was thought of. */
    private static void addTables(Connection connection, Dialect dialect) throws SQLException {
        dialect.lockCreation(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(script(dialect.schemaResource()));
        }
        connection.commit();
    }

    private static Optional<Integer> formatVersion(Connection connection) throws SQLException {
        return hasHead(connection) ? HeadTable.formatVersion(connection) : Optional.empty();
    }

    /** Whether the table of the head is there; a database without it holds no ledger. */
    static boolean hasHead(Connection connection) throws SQLException {
        return hasTable(connection, "LEDGER_HEAD") || hasTable(connection, "ledger_head");
    }

    /** Whether there is any table at all. */
    static boolean hasTables(Connection connection) throws SQLException {
        return hasTable(connection, "%");
    }

    /**
     * Statements that define tables cannot be rolled back on every database. A crash between them leaves some of the tables and
     * no head row: the next opening comes here again and creates the rest.
     */
    private static void create(Connection connection, Dialect dialect, Notary notary) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(script(dialect.schemaResource()));
        }
        NoteSigner signer = notary.signerOfNewLedger(ORIGIN_PREFIX + UUID.randomUUID());
        String origin = signer.verifierKey().name();
        CheckpointTable.insert(connection, empty(origin, signer));
        HeadTable.create(connection, origin, FORMAT_VERSION);
        connection.commit();
    }

    static boolean hasTable(Connection connection, String name) throws SQLException {
        String schema = connection.getSchema();
        try (ResultSet tables = connection.getMetaData().getTables(null, schema, name, null)) {
            return tables.next();
        }
    }

    private static boolean hasIndex(Connection connection, String table, String name) throws SQLException {
        try (ResultSet indexes =
                connection.getMetaData().getIndexInfo(null, connection.getSchema(), table, false, true)) {
            while (indexes.next()) {
                if (name.equals(indexes.getString("INDEX_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The statements of a resource beside this class. */
    static String script(String resource) {
        try (InputStream in = Schema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the library is incomplete: %s is missing".formatted(resource));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
