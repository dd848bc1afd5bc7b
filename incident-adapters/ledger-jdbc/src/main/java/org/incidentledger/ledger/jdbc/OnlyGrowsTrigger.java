package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Lets the head of the ledger only grow, within H2 itself. Public because H2 loads it by name. */
public final class OnlyGrowsTrigger implements Trigger {
    private static final int ORIGIN = 1;
    private static final int SIZE = 2;

    @Override
    public void fire(Connection connection, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after)
            throws SQLException {
        boolean grows = before != null
                && after != null
                && Objects.equals(before[ORIGIN], after[ORIGIN])
                && size(after) >= size(before);
        if (!grows) {
            throw new SQLException("the head of the ledger is never removed, renamed or set back");
        }
    }

    private static long size(@Nullable Object[] row) {
        return row[SIZE] instanceof Long size ? size : -1;
    }
}
