package org.incidentledger.ledger.memory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.ledger.SealedStore;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;

/** Sealed values in memory, changed with the entries under the lock of their ledger. */
final class MemorySealedStore implements SealedStore {
    private final TreeMap<ActorRef, WrappedKey> keys = new TreeMap<>();
    private final Map<ActorRef, Map<UUID, EncryptedValue>> values = new HashMap<>();

    /** The subject of which the sender did not see what is there; empty when the change can be made. */
    synchronized Optional<ActorRef> conflict(SealedChange change) {
        return switch (change) {
            case SealedChange.None none -> Optional.empty();
            case SealedChange.Seal seal -> conflict(seal);
            case SealedChange.Remove remove -> Optional.empty();
            case SealedChange.Erase erase ->
                of(erase.subject()).keySet().equals(new HashSet<>(erase.values()))
                        ? Optional.empty()
                        : Optional.of(erase.subject());
        };
    }

    private Optional<ActorRef> conflict(SealedChange.Seal seal) {
        Map<ActorRef, UUID> then = new HashMap<>();
        keys.forEach((subject, key) -> then.put(subject, key.id()));
        for (WrappedKey key : seal.newKeys()) {
            if (then.putIfAbsent(key.subject(), key.id()) != null) {
                return Optional.of(key.subject());
            }
        }
        return seal.values().stream()
                .filter(value -> !value.key().equals(then.get(value.subject())))
                .map(EncryptedValue::subject)
                .findFirst();
    }

    /** @param first the position of the first entry of the append */
    synchronized void make(SealedChange change, long first) {
        switch (change) {
            case SealedChange.None none -> {}
            case SealedChange.Seal seal -> {
                seal.newKeys().forEach(key -> keys.put(key.subject(), key));
                seal.values()
                        .forEach(value -> values.computeIfAbsent(value.subject(), unused -> new LinkedHashMap<>())
                                .put(value.id(), value.at(first + value.position())));
            }
            case SealedChange.Remove remove -> remove(remove.subject(), remove.values());
            case SealedChange.Erase erase -> remove(erase.subject(), erase.values());
        }
    }

    private void remove(ActorRef subject, List<UUID> ids) {
        Map<UUID, EncryptedValue> left = of(subject);
        ids.forEach(left::remove);
        if (left.isEmpty()) {
            values.remove(subject);
            keys.remove(subject);
        }
    }

    @Override
    public synchronized Optional<EncryptedValue> find(ActorRef subject, UUID id) {
        return Optional.ofNullable(of(subject).get(id));
    }

    @Override
    public synchronized Optional<EncryptedValue> find(UUID id) {
        return values.values().stream()
                .filter(ofSubject -> ofSubject.containsKey(id))
                .map(ofSubject -> ofSubject.get(id))
                .findFirst();
    }

    @Override
    public synchronized List<EncryptedValue> about(ActorRef subject) {
        return of(subject).values().stream()
                .sorted(Comparator.comparingLong(EncryptedValue::position))
                .toList();
    }

    @Override
    public synchronized Optional<WrappedKey> keyOf(ActorRef subject) {
        return Optional.ofNullable(keys.get(subject));
    }

    @Override
    public synchronized List<WrappedKey> keys(String behind, int max) {
        return keys.values().stream()
                .filter(key -> key.subject().value().compareTo(behind) > 0)
                .limit(max)
                .toList();
    }

    @Override
    public synchronized boolean rewrap(WrappedKey before, WrappedKey after) {
        return keys.replace(before.subject(), before, after);
    }

    @Override
    public List<String> purge() {
        return List.of();
    }

    private Map<UUID, EncryptedValue> of(ActorRef subject) {
        return values.getOrDefault(subject, new HashMap<>());
    }
}
