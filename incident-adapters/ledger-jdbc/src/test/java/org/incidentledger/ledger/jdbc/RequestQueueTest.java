package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.incidentledger.core.ledger.LedgerHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where a time is waited for it is for ever: what returns was woken. */
@Timeout(60)
class RequestQueueTest {
    private final RequestQueue queue = new RequestQueue(10);

    private static Request request() {
        return new Request.Settling(new CompletableFuture<LedgerHead>());
    }

    @Test
    void takes_as_soon_as_those_that_were_expected_are_there() throws InterruptedException {
        queue.put(request());
        CompletableFuture<List<Request>> taken =
                CompletableFuture.supplyAsync(() -> queue.take(10, 3, Long.MAX_VALUE), Thread::startVirtualThread);
        queue.put(request());
        queue.put(request());
        assertThat(taken.join()).hasSize(3);
    }

    @Test
    void expects_no_more_than_it_takes() throws InterruptedException {
        queue.put(request());
        queue.put(request());
        assertThat(queue.take(2, 5, Long.MAX_VALUE)).hasSize(2);
    }

    @Test
    void takes_what_is_there_when_the_time_is_up() throws InterruptedException {
        queue.put(request());
        assertThat(queue.take(10, 5, 1)).hasSize(1);
    }

    @Test
    void expects_nobody_once_it_is_closed() throws InterruptedException {
        queue.put(request());
        CompletableFuture<List<Request>> taken =
                CompletableFuture.supplyAsync(() -> queue.take(10, 3, Long.MAX_VALUE), Thread::startVirtualThread);
        queue.close();
        assertThat(taken.join()).hasSize(1);
        assertThat(queue.take(10, 3, Long.MAX_VALUE)).isEmpty();
    }
}
