package org.incidentledger.ledger.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.SealedStore;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;

/** The sealed values in the tables beside the entries. */
final class JdbcSealedStore implements SealedStore {
    private final JdbcReader reader;
    private final Horizon horizon;
    private final Sequencer sequencer;

    JdbcSealedStore(JdbcReader reader, Horizon horizon, Sequencer sequencer) {
        this.reader = reader;
        this.horizon = horizon;
        this.sequencer = sequencer;
    }

    @Override
    public Optional<EncryptedValue> find(ActorRef subject, UUID id) {
        return reader.query(connection -> SealedTables.find(connection, subject, id, horizon.ofRows()));
    }

    @Override
    public Optional<EncryptedValue> find(UUID id) {
        return reader.query(connection -> SealedTables.find(connection, id, horizon.ofRows()));
    }

    @Override
    public List<EncryptedValue> about(ActorRef subject) {
        return reader.query(connection -> SealedTables.about(connection, subject, horizon.ofRows()));
    }

    @Override
    public Optional<WrappedKey> keyOf(ActorRef subject) {
        return reader.query(connection -> SealedTables.keyOf(connection, subject));
    }

    @Override
    public List<WrappedKey> keys(String behind, int max) {
        return reader.query(connection -> SealedTables.keys(connection, behind, max));
    }

    @Override
    public boolean rewrap(WrappedKey before, WrappedKey after) {
        return reader.query(connection -> {
            connection.setAutoCommit(true);
            return SealedTables.rewrap(connection, before, after);
        });
    }

    @Override
    public List<String> purge() {
        sequencer.purge();
        return reader.query(connection -> {
            try {
                return Dialect.of(connection).purge(connection);
            } catch (SQLException e) {
                throw StorageFailure.unavailable("remove what is left of erased values", e);
            }
        });
    }
}
