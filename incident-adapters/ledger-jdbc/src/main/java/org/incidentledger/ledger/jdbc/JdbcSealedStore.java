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
    private final Dialect dialect;
    private final SealedTables tables;

    JdbcSealedStore(JdbcReader reader, Horizon horizon, Sequencer sequencer, Dialect dialect) {
        this.reader = reader;
        this.dialect = dialect;
        this.tables = dialect.sealedTables();
        this.horizon = horizon;
        this.sequencer = sequencer;
    }

    @Override
    public Optional<EncryptedValue> find(ActorRef subject, UUID id) {
        return reader.query(connection -> tables.find(connection, subject, id, horizon.ofRows()));
    }

    @Override
    public Optional<EncryptedValue> find(UUID id) {
        return reader.query(connection -> tables.find(connection, id, horizon.ofRows()));
    }

    @Override
    public List<EncryptedValue> about(ActorRef subject) {
        return reader.query(connection -> tables.about(connection, subject, horizon.ofRows()));
    }

    @Override
    public Optional<WrappedKey> keyOf(ActorRef subject) {
        return reader.query(connection -> KeyTable.of(connection, subject));
    }

    @Override
    public List<WrappedKey> keys(String behind, int max) {
        return reader.query(connection -> KeyTable.behind(connection, behind, max));
    }

    @Override
    public boolean rewrap(WrappedKey before, WrappedKey after) {
        return reader.query(connection -> {
            connection.setAutoCommit(true);
            return KeyTable.rewrap(connection, before, after);
        });
    }

    @Override
    public List<String> purge() {
        sequencer.purge();
        return reader.query(connection -> {
            try {
                return dialect.purge(connection);
            } catch (SQLException e) {
                throw StorageFailure.unavailable("remove what is left of erased values", e);
            }
        });
    }
}
