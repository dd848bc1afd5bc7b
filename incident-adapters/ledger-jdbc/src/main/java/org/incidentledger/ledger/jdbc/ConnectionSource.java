package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where a connection for one call comes from. Whoever asks closes it after the call; a source that lends the connection of a
 * running transaction hands it out such that closing does nothing.
 */
@FunctionalInterface
public interface ConnectionSource {
    /** A connection for one call. */
    Connection connection() throws SQLException;
}
