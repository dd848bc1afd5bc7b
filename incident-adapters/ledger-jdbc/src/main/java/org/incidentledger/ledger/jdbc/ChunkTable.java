package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.sealing.EncryptedValue;

/** The chunks of sealed values on H2, each a row. */
final class ChunkTable {
    private static final String INSERT = "INSERT INTO sealed_chunk (id, content) VALUES (?, ?)";

    private static final String BETWEEN = """
            SELECT id, content
            FROM sealed_chunk
            WHERE id >= ? AND id < ?
            ORDER BY id
            FETCH FIRST ? ROWS ONLY""";

    private static final String REPLACE = "UPDATE sealed_chunk SET content = ? WHERE id = ?";

    private static final String DELETE = "DELETE FROM sealed_chunk WHERE id = ?";

    /** Chunks that are in memory at a time when all are looked at. */
    private static final int PAGE = 64;

    private ChunkTable() {}

    /** What is done with each chunk. */
    @FunctionalInterface
    interface Visitor {
        /** @return whether to go on */
        boolean visit(SealedChunk chunk) throws SQLException;
    }

    static void insert(Connection connection, List<SealedChunk> chunks) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (SealedChunk chunk : chunks) {
                statement.setLong(1, chunk.id());
                statement.setBytes(2, SealedChunk.content(chunk.values()));
                statement.executeUpdate();
            }
        }
    }

    /** Leaves these values in a chunk, and no chunk when there are none. */
    static void replace(Connection connection, long id, List<EncryptedValue> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(values.isEmpty() ? DELETE : REPLACE)) {
            if (!values.isEmpty()) {
                statement.setBytes(1, SealedChunk.content(values));
            }
            statement.setLong(values.isEmpty() ? 1 : 2, id);
            statement.executeUpdate();
        }
    }

    /** The chunks of a stretch, in order. */
    static List<SealedChunk> ofStretch(Connection connection, long stretch) throws SQLException {
        long from = stretch * SealedChunk.STRETCH;
        return page(
                connection,
                SealedChunk.firstId(from),
                SealedChunk.firstId(from + SealedChunk.STRETCH),
                Integer.MAX_VALUE);
    }

    /** The values of the entries from a position on and up to another one, which is not meant. Both are where groups begin or end. */
    static List<EncryptedValue> between(Connection connection, long from, long to) throws SQLException {
        List<EncryptedValue> values = new ArrayList<>();
        for (SealedChunk chunk :
                page(connection, SealedChunk.firstId(from), SealedChunk.firstId(to), Integer.MAX_VALUE)) {
            values.addAll(chunk.values());
        }
        return values;
    }

    /** Visits the chunks from an id on in order, holding a few of them at a time. */
    static void forEach(Connection connection, long fromId, Visitor visitor) throws SQLException {
        List<SealedChunk> page = page(connection, fromId, Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            for (SealedChunk chunk : page) {
                if (!visitor.visit(chunk)) {
                    return;
                }
            }
            page = page(connection, page.getLast().id() + 1, Long.MAX_VALUE, PAGE);
        }
    }

    private static List<SealedChunk> page(Connection connection, long fromId, long toId, int max) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BETWEEN)) {
            statement.setLong(1, fromId);
            statement.setLong(2, toId);
            statement.setInt(3, max);
            try (ResultSet rows = statement.executeQuery()) {
                List<SealedChunk> chunks = new ArrayList<>();
                while (rows.next()) {
                    chunks.add(SealedChunk.read(rows.getLong(1), rows.getBytes(2)));
                }
                return chunks;
            }
        }
    }
}
