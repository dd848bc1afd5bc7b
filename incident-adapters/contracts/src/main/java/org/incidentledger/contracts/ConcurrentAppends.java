package org.incidentledger.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.incidentledger.core.encoding.Entry;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.Ledger;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.StreamId;

/** Callers that append at the same time, in turn to a stream of their own and to one that they all share. */
final class ConcurrentAppends {
    private static final StreamId SHARED = SampleAppends.stream("shared");

    private final Ledger ledger;
    private final Map<UUID, Receipt> receipts = new ConcurrentHashMap<>();

    private ConcurrentAppends(Ledger ledger) {
        this.ledger = ledger;
    }

    static ConcurrentAppends run(Ledger ledger, int callers, int appends) {
        ConcurrentAppends run = new ConcurrentAppends(ledger);
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int number = caller;
                ends.add(threads.submit(() -> run.call(SampleAppends.stream("own-" + number), appends)));
            }
            ends.forEach(ConcurrentAppends::await);
        }
        assertThat(run.receipts).hasSize(callers * appends);
        return run;
    }

    /** Exactly what was acknowledged is there, where the receipts say. */
    void verify(Ledger after) {
        Map<UUID, List<Entry>> found = LedgerInvariants.verify(after);
        assertThat(found.keySet()).isEqualTo(receipts.keySet());
        receipts.forEach(
                (command, receipt) -> assertThat(after.receipt(command)).contains(receipt));
    }

    private void call(StreamId own, int appends) {
        long sequence = 0;
        for (int i = 0; i < appends; i++) {
            int events = 1 + i % 3;
            if (i % 2 == 0) {
                keep(ledger.append(SampleAppends.append(own, sequence, events)));
                sequence += events;
            } else {
                appendToShared(events);
            }
        }
    }

    /** Decides again as often as another caller was faster. */
    private void appendToShared(int events) {
        UUID command = UUID.randomUUID();
        AppendResult result = ledger.append(SampleAppends.append(command, SHARED, 0, events));
        while (result instanceof AppendResult.Conflict conflict) {
            assertThat(conflict.actualSequence()).isNotEqualTo(conflict.expectedSequence());
            result = ledger.append(SampleAppends.append(command, SHARED, conflict.actualSequence(), events));
        }
        keep(result);
    }

    private void keep(AppendResult result) {
        assertThat(result).isInstanceOf(AppendResult.Appended.class);
        Receipt receipt = ((AppendResult.Appended) result).receipt();
        assertThat(receipts.put(receipt.commandId(), receipt)).isNull();
    }

    private static void await(Future<?> end) {
        try {
            end.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
