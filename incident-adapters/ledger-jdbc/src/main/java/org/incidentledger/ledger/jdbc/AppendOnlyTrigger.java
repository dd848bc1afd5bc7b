package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Refuses every change of an entry, a tile or a checkpoint within H2 itself, whoever asks for it. Public because H2 loads it by name.
 *
 * <p>What it cannot refuse: whoever may open the database may also drop this trigger or the table, or write to the file.
 */
public final class AppendOnlyTrigger implements Trigger {
    @Override
    public void fire(Connection connection, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after)
            throws SQLException {
        throw new SQLException(
                "entries, tiles and checkpoints of the ledger are never changed or removed; append a correction instead");
    }
}
