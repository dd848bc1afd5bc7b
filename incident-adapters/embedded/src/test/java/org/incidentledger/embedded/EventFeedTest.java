package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.ledger.LedgerReader;
import org.incidentledger.ledger.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class EventFeedTest {
    private static final long NEVER = Long.MAX_VALUE;

    private final MemoryLedger ledger = new MemoryLedger(Clock.systemUTC());
    private final AtomicInteger readings = new AtomicInteger();

    private EventFeed feed(long lookAgainNanos) {
        LedgerReader counting = (LedgerReader) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {LedgerReader.class}, (proxy, method, arguments) -> {
                    readings.incrementAndGet();
                    return method.invoke(ledger, arguments);
                });
        return new EventFeed(counting, new HistoryDecoder(new EventCodec()), lookAgainNanos);
    }

    @Test
    void the_end_of_the_ledger_is_looked_for_once_by_all_streams_until_somebody_says_that_there_may_be_more() {
        EventFeed feed = feed(NEVER);
        LedgerEventStream one = feed.open(0);
        LedgerEventStream other = feed.open(0);

        assertThat(one.peek()).isEmpty();
        assertThat(other.peek()).isEmpty();
        assertThat(one.peek()).isEmpty();
        assertThat(readings).hasValue(1);

        feed.wake();
        assertThat(one.peek()).isEmpty();
        assertThat(readings).hasValue(2);
    }

    @Test
    void a_wake_up_right_after_another_is_passed_on_later_and_not_lost() throws InterruptedException {
        CountDownLatch woken = new CountDownLatch(2);
        EventFeed feed = feed(NEVER);
        feed.open(0).setOnAvailableCallback(woken::countDown);

        feed.wake();
        feed.wake();

        assertThat(woken.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void what_comes_in_one_moment_is_told_once_and_to_all() throws InterruptedException {
        AtomicInteger told = new AtomicInteger();
        CountDownLatch again = new CountDownLatch(2);
        Linger linger = new Linger(
                () -> {
                    told.incrementAndGet();
                    again.countDown();
                },
                TimeUnit.SECONDS.toNanos(1));

        for (int i = 0; i < 100; i++) {
            linger.wake();
        }

        assertThat(told).hasValueLessThan(50);
        assertThat(again.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void the_end_is_looked_for_again_after_a_while_without_being_told() {
        EventFeed feed = feed(0);
        LedgerEventStream stream = feed.open(0);

        assertThat(stream.peek()).isEmpty();
        assertThat(stream.peek()).isEmpty();
        assertThat(readings).hasValue(2);
    }
}
