package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.ledger.RecordedRefusal;
import org.incidentledger.core.ledger.RefusalLog;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.vocabulary.Words;

/** Refusals in the tables that {@link JdbcLedger#open} makes; each is a transaction of its own that nothing forces to disk. */
public final class JdbcRefusalLog implements RefusalLog {
    private static final String FIND = "SELECT rule, message FROM command_refusal WHERE command_id = ?";

    private static final String RECORD = """
            INSERT INTO command_refusal (command_id, stream, rule, message, recorded_at)
            VALUES (?, ?, ?, ?, ?)""";

    private static final String NEWEST = """
            SELECT command_id, stream, rule, message, recorded_at
            FROM command_refusal
            ORDER BY recorded_at DESC
            FETCH FIRST ? ROWS ONLY""";

    private static final String PRUNE = "DELETE FROM command_refusal WHERE recorded_at < ?";

    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource dataSource;

    public JdbcRefusalLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Refusal> find(UUID commandId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, commandId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Refusal(Words.parse(Rule.class, rows.getString(1)), rows.getString(2)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw StorageFailure.unavailable("look for the refusal of command " + commandId, e);
        }
    }

    @Override
    public void record(UUID commandId, StreamId stream, Refusal refusal, Instant receivedAt) {
        if (find(commandId).isPresent()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(RECORD)) {
            connection.setAutoCommit(true);
            statement.setObject(1, commandId);
            statement.setString(2, stream.toString());
            statement.setString(3, refusal.rule().word());
            statement.setString(4, refusal.message());
            statement.setObject(5, Instants.toColumn(receivedAt));
            statement.executeUpdate();
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                // The same command was refused by another caller since we looked; the first refusal stands.
                return;
            }
            throw StorageFailure.unavailable("record the refusal of command " + commandId, e);
        }
    }

    @Override
    public List<RecordedRefusal> newest(int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<RecordedRefusal> newest = new ArrayList<>();
                while (rows.next()) {
                    newest.add(new RecordedRefusal(
                            rows.getObject(1, UUID.class),
                            StreamId.parse(rows.getString(2)),
                            new Refusal(Words.parse(Rule.class, rows.getString(3)), rows.getString(4)),
                            Objects.requireNonNull(Instants.fromColumn(rows, 5))));
                }
                return newest;
            }
        } catch (SQLException e) {
            throw StorageFailure.unavailable("read the refusals", e);
        }
    }

    @Override
    public long prune(Instant before) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PRUNE)) {
            connection.setAutoCommit(true);
            statement.setObject(1, Instants.toColumn(before));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw StorageFailure.unavailable("prune the refusals", e);
        }
    }
}
