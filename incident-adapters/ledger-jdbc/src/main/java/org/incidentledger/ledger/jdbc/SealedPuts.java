package org.incidentledger.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;

/**
 * Keys and values that are stored together. PostgreSQL takes them as whole columns, not in batches: when one fails, the driver quotes the
 * parameters of the batch in its message, which may end in a log.
 */
record SealedPuts(List<WrappedKey> keys, List<EncryptedValue> values) {
    static final SealedPuts NONE = new SealedPuts(List.of(), List.of());

    /** For the three columns of new keys. */
    static final String INSERT_KEYS =
            "INSERT INTO sealing_key (subject, id, wrapped) SELECT unnest(?), unnest(?), unnest(?)";

    /** For the five columns of values. */
    static final String INSERT_VALUES = """
            INSERT INTO sealed_value (subject, id, key_id, position, content)
            SELECT unnest(?), unnest(?), unnest(?), unnest(?), unnest(?)""";

    SealedPuts {
        keys = List.copyOf(keys);
        values = List.copyOf(values);
    }

    /** Those of the steps that store something. */
    static SealedPuts among(List<SealedStep> steps) {
        List<WrappedKey> keys = new ArrayList<>();
        List<EncryptedValue> values = new ArrayList<>();
        for (SealedStep step : steps) {
            switch (step) {
                case SealedStep.PutKey put -> keys.add(put.key());
                case SealedStep.PutValue put -> values.add(put.value());
                case SealedStep.Remove remove -> {}
            }
        }
        return new SealedPuts(keys, values);
    }

    /** As the eight parameters of keys and values, in this order. */
    void set(PreparedStatement statement, int first) throws SQLException {
        SqlArrays arrays = new SqlArrays(statement);
        arrays.setTexts(first, keys, key -> key.subject().value());
        arrays.setIds(first + 1, keys, WrappedKey::id);
        arrays.setBytes(first + 2, keys, key -> key.wrapped().bytes());
        arrays.setTexts(first + 3, values, value -> value.subject().value());
        arrays.setIds(first + 4, values, EncryptedValue::id);
        arrays.setIds(first + 5, values, EncryptedValue::key);
        arrays.setLongs(first + 6, values, EncryptedValue::position);
        arrays.setBytes(first + 7, values, value -> value.content().bytes());
    }
}
