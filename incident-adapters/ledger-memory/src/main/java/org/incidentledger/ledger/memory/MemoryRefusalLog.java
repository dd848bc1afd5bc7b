package org.incidentledger.ledger.memory;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.ledger.RefusalLog;
import org.incidentledger.core.ledger.StreamId;

/** Refusals in memory; gone with the process. */
public final class MemoryRefusalLog implements RefusalLog {
    private final ConcurrentMap<UUID, Refusal> byCommand = new ConcurrentHashMap<>();

    @Override
    public Optional<Refusal> find(UUID commandId) {
        return Optional.ofNullable(byCommand.get(commandId));
    }

    @Override
    public void record(UUID commandId, StreamId stream, Refusal refusal, Instant receivedAt) {
        byCommand.putIfAbsent(commandId, refusal);
    }
}
