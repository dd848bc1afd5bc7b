package org.incidentledger.ledger.memory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.encoding.EntryFormat;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.Draft;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.jspecify.annotations.Nullable;

/** The entries and their indexes. For use by one thread at a time. */
final class Entries {
    private final String origin;
    private final SignedTree tree;
    private final List<StoredEntry> all = new ArrayList<>();
    private final List<Instant> recordedAt = new ArrayList<>();
    private final Map<StreamId, List<StoredEntry>> byStream = new HashMap<>();
    private final Map<UUID, Receipt> receipts = new HashMap<>();

    Entries(String origin, SignedTree tree) {
        this.origin = origin;
        this.tree = tree;
    }

    LedgerHead head() {
        return new LedgerHead(origin, all.size(), lastRecordedAt());
    }

    long lengthOf(StreamId stream) {
        return byStream.getOrDefault(stream, List.of()).size();
    }

    Optional<Receipt> receipt(UUID commandId) {
        return Optional.ofNullable(receipts.get(commandId));
    }

    /** Adds every draft, or none when one is too large or the signer throws. */
    AppendResult add(Append append, Instant now) {
        Instant instant = notBeforeTheLast(now.truncatedTo(ChronoUnit.MICROS));
        List<StoredEntry> added = new ArrayList<>();
        for (int i = 0; i < append.drafts().size(); i++) {
            long position = all.size() + (long) i;
            byte[] bytes = EntryFormat.write(origin, position, instant, append, i);
            if (bytes.length > Limits.ENTRY_BYTES) {
                String type = append.drafts().get(i).event().type();
                return new AppendResult.TooLarge(type, bytes.length, Limits.ENTRY_BYTES);
            }
            added.add(new StoredEntry(position, bytes));
        }
        tree.append(added);
        Receipt receipt = receiptFor(append, instant);
        byStream.computeIfAbsent(append.stream(), unused -> new ArrayList<>()).addAll(added);
        added.forEach(unused -> recordedAt.add(instant));
        all.addAll(added);
        receipts.put(receipt.commandId(), receipt);
        return new AppendResult.Appended(receipt);
    }

    List<StoredEntry> read(long fromPosition, int max) {
        return page(all, fromPosition, max);
    }

    List<StoredEntry> readStream(StreamId stream, long fromSequence, int max) {
        return page(byStream.getOrDefault(stream, List.of()), fromSequence, max);
    }

    long sizeAsOf(Instant instant) {
        int size = recordedAt.size();
        while (size > 0 && recordedAt.get(size - 1).isAfter(instant)) {
            size--;
        }
        return size;
    }

    private Receipt receiptFor(Append append, Instant instant) {
        List<UUID> ids = append.drafts().stream().map(Draft::id).toList();
        return new Receipt(append.header().commandId(), append.stream(), all.size(), ids, instant);
    }

    private Instant notBeforeTheLast(Instant now) {
        Instant last = lastRecordedAt();
        return last != null && last.isAfter(now) ? last : now;
    }

    private @Nullable Instant lastRecordedAt() {
        return recordedAt.isEmpty() ? null : recordedAt.getLast();
    }

    private static List<StoredEntry> page(List<StoredEntry> entries, long from, int max) {
        int start = (int) Math.min(Math.max(from, 0), entries.size());
        int end = (int) Math.min((long) start + Math.max(max, 0), entries.size());
        return List.copyOf(entries.subList(start, end));
    }
}
