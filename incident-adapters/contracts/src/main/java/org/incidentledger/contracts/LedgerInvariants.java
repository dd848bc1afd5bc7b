package org.incidentledger.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.incidentledger.core.encoding.Entry;
import org.incidentledger.core.encoding.EntryFormat;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.LedgerReader;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.jspecify.annotations.Nullable;

/** What holds of every ledger at every moment, whatever happened to it before. */
public final class LedgerInvariants {
    private static final int PAGE = 500;

    private final LedgerReader ledger;
    private final LedgerHead head;
    private final Map<StreamId, List<Entry>> streams = new HashMap<>();
    private final Map<UUID, List<Entry>> commands = new LinkedHashMap<>();
    private final Set<UUID> ids = new HashSet<>();
    private @Nullable Instant lastRecordedAt;

    private LedgerInvariants(LedgerReader ledger) {
        this.ledger = ledger;
        this.head = ledger.head();
    }

    /**
     * Reads the whole ledger and fails on the first thing that is wrong.
     *
     * @return the entries of each command, in the order in which the commands were appended
     */
    public static Map<UUID, List<Entry>> verify(LedgerReader ledger) {
        LedgerInvariants invariants = new LedgerInvariants(ledger);
        invariants.readAll();
        invariants.verifyHead();
        invariants.verifyStreams();
        invariants.verifyCommands();
        return invariants.commands;
    }

    private void readAll() {
        for (long position = 0; position < head.size(); position += PAGE) {
            List<StoredEntry> page = ledger.read(position, (int) Math.min(PAGE, head.size() - position));
            assertThat(page).hasSize((int) Math.min(PAGE, head.size() - position));
            for (int i = 0; i < page.size(); i++) {
                assertThat(page.get(i).position()).as("positions are dense").isEqualTo(position + i);
                take(EntryFormat.read(page.get(i)));
            }
        }
    }

    private void take(Entry entry) {
        assertThat(entry.origin()).as("origin of %d", entry.position()).isEqualTo(head.origin());
        assertThat(ids.add(entry.id()))
                .as("the id of %d is its own", entry.position())
                .isTrue();
        List<Entry> stream = streams.computeIfAbsent(entry.stream(), unused -> new ArrayList<>());
        assertThat(entry.sequence())
                .as("sequences of %s are dense at position %d", entry.stream(), entry.position())
                .isEqualTo(stream.size());
        if (lastRecordedAt != null) {
            assertThat(entry.recordedAt())
                    .as("recordedAt of %d never decreases", entry.position())
                    .isAfterOrEqualTo(lastRecordedAt);
        }
        lastRecordedAt = entry.recordedAt();
        stream.add(entry);
        commands.computeIfAbsent(entry.commandId(), unused -> new ArrayList<>()).add(entry);
    }

    private void verifyHead() {
        assertThat(head.lastRecordedAt()).as("the head knows the last entry").isEqualTo(lastRecordedAt);
        if (lastRecordedAt != null) {
            assertThat(ledger.sizeAsOf(lastRecordedAt)).isGreaterThanOrEqualTo(head.size());
            assertThat(ledger.sizeAsOf(Instant.EPOCH)).isLessThanOrEqualTo(head.size());
        }
    }

    private void verifyStreams() {
        streams.forEach((stream, entries) -> assertThat(ledger.readStream(stream, 0, entries.size() + PAGE))
                .as("reading %s gives the same entries as reading everything", stream)
                .extracting(StoredEntry::position)
                .startsWith(entries.stream().map(Entry::position).toArray(Long[]::new)));
    }

    /** The entries of a command lie side by side in one stream: it was appended once, and all of it. */
    private void verifyCommands() {
        commands.forEach((command, entries) -> {
            Entry first = entries.getFirst();
            List<UUID> eventIds = entries.stream().map(Entry::id).toList();
            assertThat(entries.getLast().position() - first.position() + 1)
                    .as("entries of command %s lie side by side", command)
                    .isEqualTo(entries.size());
            assertThat(ledger.receipt(command))
                    .contains(new Receipt(command, first.stream(), first.position(), eventIds, first.recordedAt()));
        });
    }
}
