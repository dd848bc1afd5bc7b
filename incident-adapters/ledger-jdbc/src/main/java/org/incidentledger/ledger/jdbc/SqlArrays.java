package org.incidentledger.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives a statement for PostgreSQL whole columns as parameters. */
record SqlArrays(PreparedStatement statement) {
    /** One value of each, which may be none. */
    <T> void set(int index, String type, List<T> each, Function<T, @Nullable Object> value) throws SQLException {
        set(index, type, each.stream().map(value).toArray());
    }

    /** The bytes of each. */
    <T> void setBytes(int index, List<T> each, Function<T, byte[]> bytes) throws SQLException {
        set(index, "bytea", each.stream().map(bytes).toArray(byte[][]::new));
    }

    /** The columns of entries but for their time, as five parameters: position, stream, sequence, command id, bytes. */
    void setEntries(int first, List<EntryRow> rows) throws SQLException {
        set(first, "int8", rows, row -> row.entry().position());
        set(first + 1, "text", rows, row -> row.stream().toString());
        set(first + 2, "int8", rows, EntryRow::sequence);
        set(first + 3, "uuid", rows, EntryRow::commandId);
        setBytes(first + 4, rows, row -> row.entry().bytes());
    }

    private void set(int index, String type, @Nullable Object[] values) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
