package org.incidentledger.cli.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.embedded.IncidentLedger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that narrow an answer to one incident or maintenance. */
final class StreamOptions {
    private static final int PAGE_ENTRIES = 500;

    @Option(names = "--incident", paramLabel = "ID", description = "Only this incident.")
    @Nullable
    String incident;

    @Option(names = "--maintenance", paramLabel = "ID", description = "Only this maintenance.")
    @Nullable
    String maintenance;

    /** The name of the only stream that is wanted; {@code null} for all. */
    @Nullable
    String name() {
        StreamId stream = stream();
        return stream == null ? null : stream.toString();
    }

    /** @throws Failure when the ledger has no such incident or maintenance */
    void requireKnown(IncidentLedger ledger) {
        StreamId stream = stream();
        if (stream != null && ledger.reader().readStream(stream, 0, 1).isEmpty()) {
            throw Failure.badInput(
                    "there is no %s %s in this ledger; 'incident measures' and 'incident timeline' list what there is"
                            .formatted(stream.category(), stream.id()));
        }
    }

    /** Where the entries of the only stream that is wanted lie, in their order; empty when all are wanted. */
    Optional<LongStream> positions(IncidentLedger ledger) {
        return Optional.ofNullable(stream()).map(stream -> {
            LongStream.Builder positions = LongStream.builder();
            long sequence = 0;
            List<StoredEntry> page;
            do {
                page = ledger.reader().readStream(stream, sequence, PAGE_ENTRIES);
                page.forEach(entry -> positions.add(entry.position()));
                sequence += page.size();
            } while (page.size() == PAGE_ENTRIES);
            return positions.build();
        });
    }

    private @Nullable StreamId stream() {
        if (incident != null && maintenance != null) {
            throw Failure.badInput("--incident and --maintenance are both given; use one of them");
        }
        if (incident != null) {
            return new StreamId("incident", incident);
        }
        return maintenance == null ? null : new StreamId("maintenance", maintenance);
    }
}
