package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Searches for the marks of {@link Crowd}, which are in every personal value and nowhere else. */
final class Leaks {
    private static final String SMALL = Crowd.MARK.toLowerCase(Locale.ROOT);
    private static final List<String> FORMS = Stream.concat(
                    Stream.of(Crowd.MARK, SMALL, hex(Crowd.MARK), hex(SMALL)),
                    Stream.concat(inMail(Crowd.MARK), inMail(SMALL)))
            .toList();

    private static final int BASE64_BITS = 6;

    private Leaks() {}

    /** As PostgreSQL writes bytes in a text. */
    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As a mail writes text that is not ASCII, wherever in it the mark stands. */
    private static Stream<String> inMail(String text) {
        return Stream.of("", "-", "--").map(before -> {
            String encoded = Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString((before + text).getBytes(StandardCharsets.UTF_8));
            int certain = (before.length() + text.length()) * Byte.SIZE / BASE64_BITS;
            return encoded.substring((before.length() * Byte.SIZE + BASE64_BITS - 1) / BASE64_BITS, certain);
        });
    }

    static boolean in(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return FORMS.stream().anyMatch(text::contains);
    }

    static boolean in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The files in a folder and below it that hold a mark. */
    static List<Path> inFiles(Path folder) throws IOException {
        return FilesBelow.holding(folder, Leaks::in);
    }

    /** The tables with a mark in a row: all tables, so that none is forgotten, and rows, so that no compression hides anything. */
    static List<String> inTables(DataSource dataSource) throws SQLException {
        List<String> leaking = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (String table : tables(connection)) {
                if (inTable(connection, table)) {
                    leaking.add(table);
                }
            }
        }
        return leaking;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        assertThat(tables).contains("ledger_entry", "sealing_key", "view_document");
        return tables;
    }

    private static boolean inTable(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    boolean leaks =
                            rows.getObject(i) instanceof byte[] raw ? in(raw) : in(String.valueOf(rows.getString(i)));
                    if (leaks) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /** The tables of PostgreSQL with a mark in what a dump writes of them: {@code COPY} as text, which is what pg_dump does. */
    static List<String> inDump(DataSource dataSource) throws SQLException, IOException {
        List<String> leaking = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (String table : tables(connection)) {
                Lines lines = new Lines();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY %s TO STDOUT".formatted(table), lines);
                if (lines.leak) {
                    leaking.add(table);
                }
            }
        }
        return leaking;
    }

    /** The driver hands over one row at a time. */
    private static final class Lines extends OutputStream {
        private boolean leak;

        @Override
        public void write(int unused) {
            throw new UnsupportedOperationException("rows come whole");
        }

        @Override
        public void write(byte[] row, int offset, int length) {
            leak |= in(java.util.Arrays.copyOfRange(row, offset, offset + length));
        }
    }
}
