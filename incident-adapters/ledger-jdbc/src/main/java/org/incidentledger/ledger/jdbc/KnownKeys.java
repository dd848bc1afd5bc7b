package org.incidentledger.ledger.jdbc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;

/**
 * The ids of keys that the database is known to have, so that not every value asks for the key of its subject. Only where one process
 * alone changes them. For use by the sequencer's thread.
 */
final class KnownKeys {
    private static final int MAX = 10_000;

    private final Map<ActorRef, UUID> ids = new LinkedHashMap<>();

    Optional<UUID> get(ActorRef subject) {
        return Optional.ofNullable(ids.get(subject));
    }

    /** A removal may become durable without anybody being told: what it concerns is asked for again in any case. */
    void forget(ActorRef subject) {
        ids.remove(subject);
    }

    /** The steps are durable. */
    void learn(List<SealedStep> steps) {
        for (SealedStep step : steps) {
            switch (step) {
                case SealedStep.PutKey put ->
                    learn(put.key().subject(), put.key().id());
                case SealedStep.PutValue put -> {}
                case SealedStep.Remove remove -> forget(remove.subject());
            }
        }
    }

    void learn(ActorRef subject, UUID id) {
        ids.put(subject, id);
        if (ids.size() > MAX) {
            ids.remove(ids.keySet().iterator().next());
        }
    }
}
