package org.incidentledger.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.ledger.jdbc.AppendListener;
import org.jspecify.annotations.Nullable;

/** Processes on one PostgreSQL: each view is kept by the one that claimed it, and by another soon after that one died. */
final class ManyProcesses implements Sharing {
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

    private static final String TAKE_OVER = "UPDATE TokenEntry SET owner = ?, timestamp = ? WHERE processorName = ?";

    private final DataSource dataSource;
    private final String origin;
    private final StoredPositions positions;
    private final String node = "%d-%s".formatted(ProcessHandle.current().pid(), UUID.randomUUID());
    private @Nullable AppendListener listener;

    /** @param origin of the ledger */
    ManyProcesses(DataSource dataSource, String origin, StoredPositions positions) {
        this.dataSource = dataSource;
        this.origin = origin;
        this.positions = positions;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public String node() {
        return node;
    }

    @Override
    public Duration claimTimeout() {
        return CLAIM_TIMEOUT;
    }

    @Override
    public Map<String, Long> positions() {
        return positions.read();
    }

    @Override
    public void takeOver(String view) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(TAKE_OVER)) {
            statement.setString(1, node);
            statement.setString(2, DateTimeUtils.formatInstant(Instant.now()));
            statement.setString(3, view);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new LedgerException.Unavailable(
                    "the view %s cannot be taken over: %s".formatted(view, e.getMessage()), e);
        }
    }

    @Override
    public void listen(Runnable wake) {
        listener = AppendListener.listen(dataSource, origin, wake);
    }

    @Override
    public void close() {
        if (listener != null) {
            listener.close();
        }
    }
}
