package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.incidentledger.core.sealing.WrappedKey;
import org.incidentledger.ledger.journal.Attachment;

/**
 * What is left of the steps of a group in the journal: values and keys that the database still has, the keys in the wrapping that
 * they have now. Repeating it after a crash leads to the same end as repeating all of it.
 */
final class RemainingSteps {
    private RemainingSteps() {}

    /** Rewrites every record. Between groups only: the database must have all that the journal has. */
    static void purge(Connection connection, Durability durability) throws SQLException, IOException {
        durability.purge(attachment -> of(connection, attachment));
        connection.rollback();
    }

    /** The same object when nothing was erased or wrapped anew since. */
    static Attachment of(Connection connection, Attachment attachment) throws IOException {
        List<SealedStep> before = SealedSteps.read(attachment.bytes());
        List<SealedStep> remaining = new ArrayList<>();
        try {
            for (SealedStep step : before) {
                remaining(connection, step).ifPresent(remaining::add);
            }
        } catch (SQLException e) {
            throw new IOException(StorageFailure.meaning(e), e);
        }
        return remaining.equals(before) ? attachment : new Attachment(SealedSteps.write(remaining));
    }

    private static Optional<SealedStep> remaining(Connection connection, SealedStep step) throws SQLException {
        return switch (step) {
            case SealedStep.PutValue put ->
                SealedTables.isStored(connection, put.value()) ? Optional.of(put) : Optional.empty();
            case SealedStep.PutKey put -> {
                Optional<WrappedKey> stored = SealedTables.keyOf(
                                connection, put.key().subject())
                        .filter(key -> key.id().equals(put.key().id()));
                yield stored.map(SealedStep.PutKey::new);
            }
            case SealedStep.Remove remove -> Optional.of(remove);
        };
    }
}
