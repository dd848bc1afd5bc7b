package org.incidentledger.ledger.jdbc;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * Arrays of ids as PostgreSQL keeps them. The driver, left to itself, spells each id as text, which the server then parses while every
 * append waits.
 */
final class UuidArrays {
    /** Dimensions, whether there are nulls, type of the elements, length, lower bound: 4 bytes each. */
    private static final int HEADER_BYTES = 20;

    private static final int NULL_LENGTH = -1;

    private UuidArrays() {}

    /** @param connection of the driver, or one that wraps it; in its simple mode, which takes no bytes, the array goes as text */
    static Array of(Connection connection, List<? extends @Nullable UUID> ids) throws SQLException {
        BaseConnection driver = connection.unwrap(BaseConnection.class);
        if (driver.getPreferQueryMode() == PreferQueryMode.SIMPLE) {
            return connection.createArrayOf("uuid", ids.toArray());
        }
        return new PgArray(driver, Oid.UUID_ARRAY, encode(ids));
    }

    private static byte[] encode(List<? extends @Nullable UUID> ids) {
        int present = (int) ids.stream().filter(Objects::nonNull).count();
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + ids.size() * Integer.BYTES + present * 2 * Long.BYTES);
        bytes.putInt(1).putInt(present < ids.size() ? 1 : 0).putInt(Oid.UUID);
        bytes.putInt(ids.size()).putInt(1);
        for (UUID id : ids) {
            if (id == null) {
                bytes.putInt(NULL_LENGTH);
            } else {
                bytes.putInt(2 * Long.BYTES);
                bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            }
        }
        return bytes.array();
    }
}
