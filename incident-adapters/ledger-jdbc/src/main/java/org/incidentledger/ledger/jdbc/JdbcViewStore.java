package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.incidentledger.projections.replay.ViewStore;
import org.jspecify.annotations.Nullable;

/**
 * Documents of views in the table that {@link JdbcLedger#open} makes. Nothing forces them to disk: after a power cut a view may
 * stand further back, never ahead of the ledger, as long as it is stored in the same transaction as the token of its reader.
 */
public final class JdbcViewStore implements ViewStore {
    private static final String GET = "SELECT document FROM view_document WHERE view_name = ? AND doc_key = ?";

    private static final String REMOVE = "DELETE FROM view_document WHERE view_name = ? AND doc_key = ?";

    private static final String CLEAR = "DELETE FROM view_document WHERE view_name = ?";

    private static final int FETCH_ROWS = 200;

    /** What is done with one connection. */
    @FunctionalInterface
    private interface Call<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /** The text of a statement, which may differ from one database to the next. */
    @FunctionalInterface
    private interface Sql {
        String in(Dialect dialect);
    }

    private final ConnectionSource source;
    private volatile @Nullable Dialect dialect;

    /** @param source lends the connection of the caller's transaction when there is one, else one that commits by itself */
    public JdbcViewStore(ConnectionSource source) {
        this.source = source;
    }

    @Override
    public Optional<byte[]> get(String view, String key) {
        return call("read the view " + view, any -> GET, statement -> {
            statement.setString(1, view);
            statement.setString(2, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        });
    }

    @Override
    public void put(String view, String key, byte[] document) {
        call("store the view " + view, Dialect::putDocument, statement -> {
            statement.setString(1, view);
            statement.setString(2, key);
            statement.setBytes(3, document);
            return statement.executeUpdate();
        });
    }

    @Override
    public void putAll(String view, Map<String, byte[]> documents) {
        if (documents.isEmpty()) {
            return;
        }
        call("store the view " + view, Dialect::putDocument, statement -> {
            for (Map.Entry<String, byte[]> document : documents.entrySet()) {
                statement.setString(1, view);
                statement.setString(2, document.getKey());
                statement.setBytes(3, document.getValue());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    @Override
    public void remove(String view, String key) {
        call("store the view " + view, any -> REMOVE, statement -> {
            statement.setString(1, view);
            statement.setString(2, key);
            return statement.executeUpdate();
        });
    }

    /** {@inheritDoc} All of them stem from one statement: the reader sees one state of the view. */
    @Override
    public void forEach(String view, BiConsumer<String, byte[]> reader) {
        call("read the view " + view, Dialect::documentsInOrder, statement -> {
            statement.setString(1, view);
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.accept(rows.getString(1), rows.getBytes(2));
                }
            }
            return view;
        });
    }

    @Override
    public void clear(String view) {
        call("clear the view " + view, any -> CLEAR, statement -> {
            statement.setString(1, view);
            return statement.executeUpdate();
        });
    }

    private <T> T call(String doing, Sql sql, Call<T> call) {
        try (Connection connection = source.connection();
                PreparedStatement statement = connection.prepareStatement(sql.in(dialectOf(connection)))) {
            return call.on(statement);
        } catch (SQLException e) {
            throw StorageFailure.unavailable(doing, e);
        }
    }

    private Dialect dialectOf(Connection connection) throws SQLException {
        Dialect known = dialect;
        if (known == null) {
            known = Dialect.of(connection);
            dialect = known;
        }
        return known;
    }
}
