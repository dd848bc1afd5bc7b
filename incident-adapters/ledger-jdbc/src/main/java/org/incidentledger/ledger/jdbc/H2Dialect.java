package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** H2: a commit lies in the operating system until a checkpoint forces it to disk, and one process has the database. */
final class H2Dialect implements Dialect {
    @Override
    public String schemaResource() {
        return "schema/v1/h2.sql";
    }

    @Override
    public void requireFit(Connection connection) {
        // Every H2 of this library's version is.
    }

    @Override
    public void lockCreation(Connection connection) {
        // There is no other process.
    }

    @Override
    public void beginAppending(Connection connection) {
        // Its settings are those of the whole database.
    }

    @Override
    public void force(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    @Override
    public boolean sharesDurableCommits() {
        return false;
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public SealedTables sealedTables() {
        return new SealedChunks();
    }

    @Override
    public void convert(Connection connection) throws SQLException {
        FormerSealedRows.convert(connection, this);
    }

    /** H2 gives the room of deleted rows to new ones; what was written there goes with the file when it is compacted. */
    @Override
    public List<String> purge(Connection connection) {
        return List.of("the file of the database is compacted when the ledger is closed: close it, and open it again");
    }

    @Override
    public String putDocument() {
        return """
                MERGE INTO view_document (view_name, doc_key, document)
                KEY (view_name, doc_key)
                VALUES (?, ?, ?)""";
    }

    /** As bytes of UTF-8: text is ordered by UTF-16 units, bytes are ordered by code point. */
    @Override
    public String documentsInOrder() {
        return """
                SELECT doc_key, document
                FROM view_document
                WHERE view_name = ?
                ORDER BY CAST(doc_key AS VARBINARY)""";
    }
}
