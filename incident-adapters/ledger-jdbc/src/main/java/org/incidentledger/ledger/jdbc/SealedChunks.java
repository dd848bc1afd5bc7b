package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;

/**
 * A row for the sealed values of a whole group, on H2. With each key is noted in which stretch of the ledger its values begin, and in a
 * table of their own in which others it may have some. H2 takes longer for a row and its entry in an index than for what a small
 * value has in it; decision 14 has the figures.
 */
final class SealedChunks implements SealedTables {
    private static final String PUT_PLACE = "INSERT INTO sealed_place (key_id, stretch) VALUES (?, ?)";

    private static final String PUT_KEY = "INSERT INTO sealing_key (subject, id, wrapped, stretch) VALUES (?, ?, ?, ?)";

    private static final String STRETCHES = """
            SELECT stretch FROM sealing_key WHERE subject = ?
            UNION
            SELECT stretch FROM sealed_place WHERE key_id = (SELECT id FROM sealing_key WHERE subject = ?)
            ORDER BY stretch""";

    private static final String DELETE_PLACES = "DELETE FROM sealed_place WHERE key_id = ?";

    private static final String DELETE_KEY = "DELETE FROM sealing_key WHERE subject = ?";

    private static final Comparator<EncryptedValue> BY_POSITION =
            Comparator.comparingLong(EncryptedValue::position).thenComparing(EncryptedValue::id);

    /** A stretch in which a key has values. */
    record Place(UUID key, long stretch) {
        static Place of(EncryptedValue value) {
            return new Place(value.key(), SealedChunk.stretchOf(value.position()));
        }
    }

    /** @param begins where the first of its values is */
    private record NewKey(WrappedKey key, Place begins) {
        static List<NewKey> among(SealedPuts puts) {
            Map<UUID, Place> begins = new HashMap<>();
            puts.values().forEach(value -> begins.putIfAbsent(value.key(), Place.of(value)));
            return puts.keys().stream()
                    .map(key -> new NewKey(key, begins.getOrDefault(key.id(), new Place(key.id(), 0))))
                    .toList();
        }
    }

    @Override
    public String name() {
        return "SEALED_CHUNK";
    }

    @Override
    public void put(Connection connection, SealedPuts puts, Known known) throws SQLException {
        if (puts.values().isEmpty()) {
            return;
        }
        List<NewKey> keys = NewKey.among(puts);
        Set<Place> withKeys = keys.stream().map(NewKey::begins).collect(Collectors.toSet());
        Set<Place> others = new LinkedHashSet<>();
        for (EncryptedValue value : puts.values()) {
            Place place = Place.of(value);
            if (!known.isPlaced(value) && !withKeys.contains(place)) {
                others.add(place);
            }
        }
        putKeys(connection, keys);
        putPlaces(connection, others);
        ChunkTable.insert(connection, SealedChunk.of(puts.values()));
    }

    private static void putKeys(Connection connection, List<NewKey> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(PUT_KEY)) {
            for (NewKey each : keys) {
                statement.setString(1, each.key().subject().value());
                statement.setObject(2, each.key().id());
                statement.setBytes(3, each.key().wrapped().bytes());
                statement.setLong(4, each.begins().stretch());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void putPlaces(Connection connection, Set<Place> places) throws SQLException {
        if (places.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(PUT_PLACE)) {
            for (Place place : places) {
                statement.setObject(1, place.key());
                statement.setLong(2, place.stretch());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Notes anew where all the values are; there must be no note yet. */
    static void putAllPlaces(Connection connection) throws SQLException {
        ChunkTable.forEach(connection, 0, chunk -> {
            Set<Place> places = new LinkedHashSet<>();
            chunk.values().forEach(value -> places.add(Place.of(value)));
            putPlaces(connection, places);
            return true;
        });
    }

    @Override
    public void remove(Connection connection, SealedStep.Remove remove) throws SQLException {
        Optional<WrappedKey> key = KeyTable.of(connection, remove.subject());
        if (key.isEmpty()) {
            return;
        }
        UUID id = key.get().id();
        Set<UUID> ids = new HashSet<>(remove.values());
        boolean isLeft = false;
        for (long stretch : stretches(connection, remove.subject())) {
            isLeft |= removeFrom(connection, new Place(id, stretch), ids);
        }
        if (!isLeft) {
            delete(connection, DELETE_PLACES, id);
            delete(connection, DELETE_KEY, remove.subject().value());
        }
    }

    private static void delete(Connection connection, String sql, Object of) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, of);
            statement.executeUpdate();
        }
    }

    /** @return whether the key has other values there */
    private static boolean removeFrom(Connection connection, Place place, Set<UUID> ids) throws SQLException {
        boolean isLeft = false;
        for (SealedChunk chunk : ChunkTable.ofStretch(connection, place.stretch())) {
            List<EncryptedValue> left =
                    chunk.without(value -> value.key().equals(place.key()) && ids.contains(value.id()));
            if (left.size() < chunk.values().size()) {
                ChunkTable.replace(connection, chunk.id(), left);
            }
            isLeft |= left.stream().anyMatch(value -> value.key().equals(place.key()));
        }
        return isLeft;
    }

    @Override
    public Optional<EncryptedValue> find(Connection connection, ActorRef subject, UUID id, long size)
            throws SQLException {
        return about(connection, subject, value -> value.id().equals(id) && value.position() < size).stream()
                .findFirst();
    }

    @Override
    public Optional<EncryptedValue> find(Connection connection, UUID id, long size) throws SQLException {
        List<EncryptedValue> found = new ArrayList<>();
        ChunkTable.forEach(connection, 0, chunk -> {
            chunk.values().stream()
                    .filter(value -> value.id().equals(id) && value.position() < size)
                    .forEach(found::add);
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    @Override
    public List<EncryptedValue> about(Connection connection, ActorRef subject, long size) throws SQLException {
        return about(connection, subject, value -> value.position() < size);
    }

    private static List<EncryptedValue> about(
            Connection connection, ActorRef subject, Predicate<EncryptedValue> condition) throws SQLException {
        Optional<WrappedKey> key = KeyTable.of(connection, subject);
        if (key.isEmpty()) {
            return List.of();
        }
        List<EncryptedValue> found = new ArrayList<>();
        for (long stretch : stretches(connection, subject)) {
            for (SealedChunk chunk : ChunkTable.ofStretch(connection, stretch)) {
                chunk.values().stream()
                        .filter(value -> value.key().equals(key.get().id()))
                        .filter(condition)
                        .forEach(found::add);
            }
        }
        found.sort(BY_POSITION);
        return found;
    }

    private static List<Long> stretches(Connection connection, ActorRef subject) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STRETCHES)) {
            statement.setString(1, subject.value());
            statement.setString(2, subject.value());
            try (ResultSet rows = statement.executeQuery()) {
                List<Long> stretches = new ArrayList<>();
                while (rows.next()) {
                    stretches.add(rows.getLong(1));
                }
                return stretches;
            }
        }
    }

    /** Whether one of these values is there, under whatever key; looks at every value. */
    static boolean isAnyLeft(Connection connection, Set<UUID> ids) throws SQLException {
        boolean[] found = new boolean[1];
        if (!ids.isEmpty()) {
            ChunkTable.forEach(connection, 0, chunk -> {
                found[0] = chunk.values().stream().map(EncryptedValue::id).anyMatch(ids::contains);
                return !found[0];
            });
        }
        return found[0];
    }
}
