package org.incidentledger.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.incidentledger.core.ledger.LedgerException;
import org.jspecify.annotations.Nullable;

/** How far each view is by its stored token, whichever process keeps it; reads without claiming anything. */
final class StoredPositions {
    private static final String TOKENS = "SELECT processorName, token, tokenType FROM TokenEntry WHERE segment = 0";

    private final DataSource dataSource;
    private final Serializer serializer;

    StoredPositions(DataSource dataSource, Serializer serializer) {
        this.dataSource = dataSource;
        this.serializer = serializer;
    }

    /**
     * The last position of every view that has one, by its name.
     *
     * @throws LedgerException.Unavailable when the database does not answer
     */
    Map<String, Long> read() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(TOKENS);
                ResultSet rows = statement.executeQuery()) {
            Map<String, Long> positions = new HashMap<>();
            while (rows.next()) {
                String view = rows.getString(1);
                TrackingToken token = token(rows.getBytes(2), rows.getString(3));
                if (token != null) {
                    token.position().ifPresent(position -> positions.put(view, position));
                }
            }
            return positions;
        } catch (SQLException e) {
            throw new LedgerException.Unavailable("cannot read how far the views are: " + e.getMessage(), e);
        }
    }

    private @Nullable TrackingToken token(byte @Nullable [] bytes, @Nullable String type) {
        return bytes == null || type == null
                ? null
                : serializer.deserialize(new SimpleSerializedObject<>(bytes, byte[].class, type, null));
    }
}
