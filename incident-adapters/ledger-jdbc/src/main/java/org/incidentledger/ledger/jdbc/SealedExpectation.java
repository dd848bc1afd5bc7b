package org.incidentledger.ledger.jdbc;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;

/** Which rows of sealed values and keys a database must have, and must not have, by what the journal says of its last groups. */
final class SealedExpectation {
    private final Map<Row, Boolean> expected = new HashMap<>();
    private final Set<ActorRef> erased = new HashSet<>();
    private final Set<UUID> removed = new HashSet<>();

    /** A row by what it is found by. */
    record Row(ActorRef subject, UUID id, boolean isKey) {}

    /** Says whether a row is there. */
    @FunctionalInterface
    interface Lookup {
        boolean holds(Row row) throws SQLException;
    }

    /** @param beyond whether the database ends before the group of these steps */
    void take(List<SealedStep> steps, boolean beyond) {
        for (SealedStep step : steps) {
            switch (step) {
                case SealedStep.PutKey put ->
                    expected.put(new Row(put.key().subject(), put.key().id(), true), !beyond);
                case SealedStep.PutValue put ->
                    expected.put(new Row(put.value().subject(), put.value().id(), false), !beyond);
                case SealedStep.Remove remove -> {
                    if (!beyond) {
                        erased.add(remove.subject());
                        removed.addAll(remove.values());
                        remove.values().forEach(id -> expected.remove(new Row(remove.subject(), id, false)));
                    }
                }
            }
        }
    }

    /** The values that must not be there under any key: their subject may have none any more. */
    Set<UUID> removed() {
        return Set.copyOf(removed);
    }

    /** Whether any row is there that must not be, or is not there and must. A key may have gone with the values it was for. */
    boolean isDisappointed(Lookup lookup) throws SQLException {
        for (Map.Entry<Row, Boolean> row : expected.entrySet()) {
            boolean mayHaveGone =
                    row.getKey().isKey() && erased.contains(row.getKey().subject());
            if (!mayHaveGone && lookup.holds(row.getKey()) != row.getValue()) {
                return true;
            }
        }
        return false;
    }
}
