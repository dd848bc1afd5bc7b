package org.incidentledger.ledger.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.ledger.RecordedRefusal;
import org.incidentledger.core.ledger.RefusalLog;
import org.incidentledger.core.ledger.StreamId;

/** Refusals in memory; gone with the process. */
public final class MemoryRefusalLog implements RefusalLog {
    private final ConcurrentMap<UUID, RecordedRefusal> byCommand = new ConcurrentHashMap<>();

    @Override
    public Optional<Refusal> find(UUID commandId) {
        return Optional.ofNullable(byCommand.get(commandId)).map(RecordedRefusal::refusal);
    }

    @Override
    public void record(UUID commandId, StreamId stream, Refusal refusal, Instant receivedAt) {
        byCommand.putIfAbsent(commandId, new RecordedRefusal(commandId, stream, refusal, receivedAt));
    }

    @Override
    public List<RecordedRefusal> newest(int limit) {
        return byCommand.values().stream()
                .sorted(Comparator.comparing(RecordedRefusal::receivedAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public long prune(Instant before) {
        return byCommand.values().stream()
                .filter(refusal -> refusal.receivedAt().isBefore(before))
                .filter(refusal -> byCommand.remove(refusal.commandId(), refusal))
                .count();
    }
}
