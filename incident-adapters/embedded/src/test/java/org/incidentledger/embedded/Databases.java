package org.incidentledger.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases of an embedding service, and what is in them. */
final class Databases {
    private Databases() {}

    /** A new one that lives in memory until the process ends. */
    static DataSource inMemory() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
        return dataSource;
    }

    /** Every stored document by view and key, byte for byte. */
    static Map<String, String> documents(DataSource dataSource) throws SQLException {
        Map<String, String> documents = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("SELECT view_name, doc_key, document FROM view_document")) {
            while (rows.next()) {
                String document = HexFormat.of().formatHex(rows.getBytes(3));
                documents.put(rows.getString(1) + " " + rows.getString(2), document);
            }
        }
        return documents;
    }
}
