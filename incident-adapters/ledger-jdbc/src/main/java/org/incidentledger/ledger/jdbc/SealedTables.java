package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.EncryptedValue;

/**
 * How a database keeps sealed values beside its entries. Each method works in the transaction of its caller. A value belongs to its
 * subject by the key that encrypts it: one under a key that the subject has no more is found by its id alone.
 */
interface SealedTables {
    /** The table that every ledger has that knows of sealed values. */
    String name();

    /**
     * Stores keys and values.
     *
     * @param known what need not be stored again
     */
    void put(Connection connection, SealedPuts puts, Known known) throws SQLException;

    /** Removes the values that are there, and the key of their subject when none is left. */
    void remove(Connection connection, SealedStep.Remove remove) throws SQLException;

    /** @param size positions from here on do not exist yet */
    Optional<EncryptedValue> find(Connection connection, ActorRef subject, UUID id, long size) throws SQLException;

    /** Whoever's it is; looks at every value. */
    Optional<EncryptedValue> find(Connection connection, UUID id, long size) throws SQLException;

    /** All values of a subject, by their positions and ids. */
    List<EncryptedValue> about(Connection connection, ActorRef subject, long size) throws SQLException;

    /** Carries out steps; between removals their order does not matter. */
    default void apply(Connection connection, List<SealedStep> steps, Known known) throws SQLException {
        int from = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof SealedStep.Remove remove) {
                put(connection, SealedPuts.among(steps.subList(from, i)), known);
                remove(connection, remove);
                from = i + 1;
            }
        }
        put(connection, SealedPuts.among(steps.subList(from, steps.size())), known);
    }
}
