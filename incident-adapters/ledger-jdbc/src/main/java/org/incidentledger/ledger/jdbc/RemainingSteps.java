package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.ledger.journal.Attachment;
import org.incidentledger.ledger.journal.JournalRecord;

/**
 * What is left of the steps of a group in the journal: values and keys that the database still has, the keys in the wrapping that
 * they have now. Repeating it after a crash leads to the same end as repeating all of it.
 */
final class RemainingSteps {
    private RemainingSteps() {}

    /** Rewrites every record. Between groups only: the database must have all that the journal has. */
    static void purge(Connection connection, Durability durability) throws SQLException, IOException {
        durability.purge(group -> of(connection, group));
        connection.rollback();
    }

    /** The object that is attached to the group when nothing was erased or wrapped anew since. */
    static Attachment of(Connection connection, JournalRecord group) throws IOException {
        Attachment attachment = group.attachment();
        List<SealedStep> before = SealedSteps.read(attachment.bytes());
        if (before.isEmpty()) {
            return attachment;
        }
        List<SealedStep> remaining = new ArrayList<>();
        try {
            Set<Stored> stored = stored(connection, group);
            for (SealedStep step : before) {
                remaining(connection, step, stored).ifPresent(remaining::add);
            }
        } catch (SQLException e) {
            throw new IOException(StorageFailure.meaning(e), e);
        }
        return remaining.equals(before) ? attachment : new Attachment(SealedSteps.write(remaining));
    }

    /** What a value is known by. */
    private record Stored(UUID key, UUID id) {
        static Stored of(EncryptedValue value) {
            return new Stored(value.key(), value.id());
        }
    }

    private static Set<Stored> stored(Connection connection, JournalRecord group) throws SQLException {
        long end = group.checkpoint().size();
        return ChunkTable.between(connection, group.position(), end).stream()
                .map(Stored::of)
                .collect(Collectors.toSet());
    }

    private static Optional<SealedStep> remaining(Connection connection, SealedStep step, Set<Stored> stored)
            throws SQLException {
        return switch (step) {
            case SealedStep.PutValue put ->
                stored.contains(Stored.of(put.value())) ? Optional.of(put) : Optional.empty();
            case SealedStep.PutKey put ->
                KeyTable.of(connection, put.key().subject())
                        .filter(key -> key.id().equals(put.key().id()))
                        .map(SealedStep.PutKey::new);
            case SealedStep.Remove remove -> Optional.of(remove);
        };
    }
}
