package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;
import org.jspecify.annotations.Nullable;

/**
 * What a group changes among the sealed values. Each append sees what the ones before it will leave; one whose sender saw something
 * else is turned away: a value under a key that is erased could never be opened, and one that the erasure does not name would
 * stay.
 */
final class SealedGroup {
    private final Connection connection;
    private final SealedTables tables;
    private final @Nullable Known known;
    private final List<SealedStep> steps = new ArrayList<>();
    private final Map<ActorRef, Optional<UUID>> keys = new HashMap<>();
    private final Map<ActorRef, Set<UUID>> values = new HashMap<>();

    /** @param known absent where other processes change keys, too */
    SealedGroup(Connection connection, SealedTables tables, @Nullable Known known) {
        this.connection = connection;
        this.tables = tables;
        this.known = known;
    }

    /** Asks the database for all keys at once; without this, each is asked for when it is needed. */
    void lookUp(List<Append> appends) throws SQLException {
        Set<ActorRef> subjects = new HashSet<>();
        for (Append append : appends) {
            if (append.change() instanceof SealedChange.Seal seal) {
                seal.values().forEach(value -> subjects.add(value.subject()));
            }
        }
        if (!subjects.isEmpty()) {
            Map<ActorRef, UUID> found = KeyTable.ids(connection, subjects);
            subjects.forEach(subject -> keys.put(subject, Optional.ofNullable(found.get(subject))));
        }
    }

    /** What will be looked up if every sender saw what is there: no key where one brings it, otherwise that of its value. */
    static Map<ActorRef, Optional<UUID>> expectedKeys(List<Append> appends) {
        Map<ActorRef, Optional<UUID>> expected = new LinkedHashMap<>();
        for (Append append : appends) {
            if (append.change() instanceof SealedChange.Seal seal) {
                seal.newKeys().forEach(key -> expected.putIfAbsent(key.subject(), Optional.empty()));
                seal.values().forEach(value -> expected.putIfAbsent(value.subject(), Optional.of(value.key())));
            }
        }
        return expected;
    }

    /** Takes it that these are the keys; whether that holds is found out when the group is stored. */
    void assume(Map<ActorRef, Optional<UUID>> assumed) {
        keys.putAll(assumed);
    }

    /** The subject of which the sender did not see what is there; empty when the change can be made. */
    Optional<ActorRef> conflict(SealedChange change) throws SQLException {
        return switch (change) {
            case SealedChange.None none -> Optional.empty();
            case SealedChange.Seal seal -> conflict(seal);
            case SealedChange.Remove remove -> Optional.empty();
            case SealedChange.Erase erase ->
                valuesOf(erase.subject()).equals(new HashSet<>(erase.values()))
                        ? Optional.empty()
                        : Optional.of(erase.subject());
        };
    }

    private Optional<ActorRef> conflict(SealedChange.Seal seal) throws SQLException {
        Map<ActorRef, UUID> brought = new HashMap<>();
        for (WrappedKey key : seal.newKeys()) {
            if (brought.putIfAbsent(key.subject(), key.id()) != null
                    || keyOf(key.subject()).isPresent()) {
                return Optional.of(key.subject());
            }
        }
        for (EncryptedValue value : seal.values()) {
            UUID own = brought.get(value.subject());
            UUID key = own == null ? keyOf(value.subject()).orElse(null) : own;
            if (!value.key().equals(key)) {
                return Optional.of(value.subject());
            }
        }
        return Optional.empty();
    }

    /** @param first the position of the first entry of the append */
    void add(SealedChange change, long first) throws SQLException {
        switch (change) {
            case SealedChange.None none -> {}
            case SealedChange.Seal seal -> {
                for (WrappedKey key : seal.newKeys()) {
                    if (known != null) {
                        known.keyless().remove(key.subject());
                    }
                    keys.put(key.subject(), Optional.of(key.id()));
                    steps.add(new SealedStep.PutKey(key));
                }
                for (EncryptedValue value : seal.values()) {
                    if (values.containsKey(value.subject())) {
                        values.get(value.subject()).add(value.id());
                    }
                    steps.add(new SealedStep.PutValue(value.at(first + value.position())));
                }
            }
            case SealedChange.Remove remove -> remove(remove.subject(), remove.values());
            case SealedChange.Erase erase -> remove(erase.subject(), erase.values());
        }
    }

    private void remove(ActorRef subject, List<UUID> ids) throws SQLException {
        if (known != null) {
            // A removal may become durable without anybody being told: what it concerns is asked for again in any case.
            known.keys().remove(subject);
        }
        Set<UUID> left = valuesOf(subject);
        ids.forEach(left::remove);
        if (left.isEmpty()) {
            keys.put(subject, Optional.empty());
        }
        steps.add(new SealedStep.Remove(subject, ids));
    }

    /** Everything that is added, in its order. */
    List<SealedStep> steps() {
        return steps;
    }

    /** Whether values are removed. */
    boolean removes() {
        return steps.stream().anyMatch(SealedStep.Remove.class::isInstance);
    }

    /** Carries out the steps; the transaction is still open. */
    void store() throws SQLException {
        tables.apply(connection, steps, known == null ? new Known() : known);
    }

    /** The steps are durable. */
    void teach(Known learning) {
        for (SealedStep step : steps) {
            switch (step) {
                case SealedStep.PutKey put ->
                    learning.keys().put(put.key().subject(), put.key().id());
                case SealedStep.PutValue put -> {
                    // Where other processes write, values have rows of their own.
                    if (known != null) {
                        learning.learn(put.value());
                    }
                }
                case SealedStep.Remove remove -> learning.keys().remove(remove.subject());
            }
        }
    }

    private Optional<UUID> keyOf(ActorRef subject) throws SQLException {
        Optional<UUID> inGroup = keys.get(subject);
        if (inGroup == null) {
            inGroup = known == null ? KeyTable.of(connection, subject).map(WrappedKey::id) : keyOf(subject, known);
            keys.put(subject, inGroup);
        }
        return inGroup;
    }

    private Optional<UUID> keyOf(ActorRef subject, Known here) throws SQLException {
        UUID recent = here.keys().get(subject);
        if (recent != null) {
            return Optional.of(recent);
        }
        if (here.keyless().includes(subject)) {
            return Optional.empty();
        }
        Optional<UUID> stored = KeyTable.of(connection, subject).map(WrappedKey::id);
        if (stored.isPresent()) {
            here.keys().put(subject, stored.get());
        } else {
            here.keyless().lookedUpInVain(connection);
        }
        return stored;
    }

    private Set<UUID> valuesOf(ActorRef subject) throws SQLException {
        Set<UUID> present = values.get(subject);
        if (present == null) {
            present = new HashSet<>();
            for (EncryptedValue value : tables.about(connection, subject, Long.MAX_VALUE)) {
                present.add(value.id());
            }
            for (SealedStep step : steps) {
                if (step instanceof SealedStep.PutValue put
                        && put.value().subject().equals(subject)) {
                    present.add(put.value().id());
                }
            }
            values.put(subject, present);
        }
        return present;
    }
}
