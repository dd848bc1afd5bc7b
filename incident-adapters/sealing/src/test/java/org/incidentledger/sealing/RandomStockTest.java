package org.incidentledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStockTest {
    /** More than there are shelves. */
    private static final int THREADS = 40;

    private static final int DRAWS = 4_000;

    /** Fills with numbers that go on where the last filling ended, so that a byte given twice, or none, shows. */
    private static final class Counting extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private int next;
        private int fillings;
        private byte[] filled = {};

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (next++ % 251 + 1);
            }
            fillings++;
            filled = bytes;
        }
    }

    private final Counting source = new Counting();
    private final RandomStock stock = new RandomStock(source);

    @Test
    void bytes_are_drawn_many_at_once_and_given_once() {
        List<Byte> given = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            for (byte each : stock.take(32)) {
                given.add(each);
            }
        }
        assertThat(source.fillings).isEqualTo(1);
        assertThat(given).hasSize(1024).first().isEqualTo((byte) 1);
        for (int i = 0; i < given.size(); i++) {
            assertThat(given.get(i)).isEqualTo((byte) (i % 251 + 1));
        }
    }

    @Test
    void what_was_taken_is_wiped() {
        stock.take(10);
        assertThat(source.filled).startsWith(new byte[10]);
        assertThat(source.filled[10]).isEqualTo((byte) 11);
    }

    @Test
    void what_is_left_and_too_little_is_not_stretched() {
        stock.take(1000);
        assertThat(stock.take(32)).doesNotContain((byte) 0);
        assertThat(source.fillings).isEqualTo(2);
    }

    @Test
    void more_than_there_ever_is_is_refused() {
        assertThat(stock.take(1024)).hasSize(1024);
        assertThatIllegalArgumentException().isThrownBy(() -> stock.take(1025)).withMessageContaining("1025");
    }

    @Test
    void threads_are_never_given_the_same() throws InterruptedException {
        RandomStock real = new RandomStock(new SecureRandom());
        CountDownLatch all = new CountDownLatch(THREADS);
        Set<ByteBuffer> given = ConcurrentHashMap.newKeySet();
        List<Thread> threads = IntStream.range(0, THREADS)
                .mapToObj(i -> Thread.ofPlatform().start(() -> {
                    all.countDown();
                    awaitUninterrupted(all);
                    for (int k = 0; k < DRAWS; k++) {
                        given.add(ByteBuffer.wrap(real.take(16)));
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(given).hasSize(THREADS * DRAWS);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
