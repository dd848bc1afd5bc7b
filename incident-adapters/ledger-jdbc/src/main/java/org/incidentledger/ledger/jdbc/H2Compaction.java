package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Decides when the file of an H2 database is worth compacting. H2 by itself moves up to 16 MB whenever a database is closed, also
 * one that nobody wrote to; a process that is over after one command would mostly wait for that.
 */
final class H2Compaction {
    /** Below this a file is left as it is, however much of it is unused. */
    private static final long SIZE_MIN_BYTES = 64L * 1024 * 1024;

    private static final int USED_MAX_PERCENT = 40;

    /** Of what is written in chunks, how much is still in use. Room between chunks does not matter: H2 writes there next. */
    private static final String USED_PERCENT = """
            SELECT SETTING_VALUE
            FROM INFORMATION_SCHEMA.SETTINGS
            WHERE SETTING_NAME = 'info.CHUNKS_FILL_RATE'""";

    private H2Compaction() {}

    /** Whether the file is large and most of what is written in it is not used any more. */
    static boolean isWorthwhile(Path file, Connection connection) throws SQLException {
        return sizeOf(file) >= SIZE_MIN_BYTES && usedPercent(connection) <= USED_MAX_PERCENT;
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unknown) {
            return 0;
        }
    }

    private static int usedPercent(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // What was not written yet does not count as unused.
            statement.execute("CHECKPOINT");
            try (ResultSet rate = statement.executeQuery(USED_PERCENT)) {
                return rate.next() ? Integer.parseInt(rate.getString(1)) : 100;
            }
        }
    }
}
