package org.incidentledger.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives a statement for PostgreSQL whole columns as parameters. All of them go as the database keeps them, none as
 * text that it would have to parse.
 */
record SqlArrays(PreparedStatement statement) {
    /**
     * For the columns of entries: their time, and the parameters of {@link #setEntries}. What a table function after {@code FROM} gives
     * would be copied before the first row is read.
     */
    static final String INSERT_ENTRIES = """
            INSERT INTO ledger_entry (recorded_at, position, stream, sequence, command_id, bytes)
            SELECT ?, unnest(?), unnest(?), unnest(?), unnest(?), unnest(?)""";

    /** A short of each. */
    <T> void setShorts(int index, List<T> each, Function<T, Short> value) throws SQLException {
        set(index, "int2", each.stream().map(value).toArray(Short[]::new));
    }

    /** A long of each. */
    <T> void setLongs(int index, List<T> each, Function<T, Long> value) throws SQLException {
        set(index, "int8", each.stream().map(value).toArray(Long[]::new));
    }

    /** A text of each. */
    <T> void setTexts(int index, List<T> each, Function<T, String> value) throws SQLException {
        set(index, "text", each.stream().map(value).toArray(String[]::new));
    }

    /** An id of each, which may have none. */
    <T> void setIds(int index, List<T> each, Function<T, @Nullable UUID> value) throws SQLException {
        List<@Nullable UUID> ids = new ArrayList<>(each.size());
        each.forEach(element -> ids.add(value.apply(element)));
        statement.setArray(index, UuidArrays.of(statement.getConnection(), ids));
    }

    /** The bytes of each. */
    <T> void setBytes(int index, List<T> each, Function<T, byte[]> bytes) throws SQLException {
        set(index, "bytea", each.stream().map(bytes).toArray(byte[][]::new));
    }

    /** The columns of entries but for their time, as five parameters: position, stream, sequence, command id, bytes. */
    void setEntries(int first, List<EntryRow> rows) throws SQLException {
        setLongs(first, rows, row -> row.entry().position());
        setTexts(first + 1, rows, row -> row.stream().toString());
        setLongs(first + 2, rows, EntryRow::sequence);
        setIds(first + 3, rows, EntryRow::commandId);
        setBytes(first + 4, rows, row -> row.entry().bytes());
    }

    private void set(int index, String type, @Nullable Object[] values) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
