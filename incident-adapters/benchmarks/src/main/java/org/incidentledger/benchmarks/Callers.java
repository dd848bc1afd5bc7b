package org.incidentledger.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.incidentledger.core.incident.IncidentCommand;

/** So many threads, each with an incident of its own, each sending its next command when the one before was answered. */
final class Callers implements AutoCloseable {
    private final Contestant contestant;
    private final ExecutorService threads;
    private final List<Life> lives = new ArrayList<>();

    /** @param name no other callers of this contestant have it */
    Callers(Contestant contestant, String name, int count) {
        this.contestant = contestant;
        this.threads = Executors.newFixedThreadPool(count);
        for (int i = 0; i < count; i++) {
            lives.add(new Life(name + "-" + i));
        }
    }

    /** Commands that were answered in a second, over a time. */
    double perSecond(Duration time) {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long done = each(life -> () -> {
            long commands = 0;
            do {
                send(life.next());
                commands++;
            } while (System.nanoTime() < end);
            return commands;
        });
        return done * 1e9 / (System.nanoTime() - start);
    }

    /** Sends at least so many commands altogether, and leaves no incident unfinished. */
    void send(long atLeast) {
        long incidents = Math.ceilDiv(atLeast, (long) Life.COMMANDS * lives.size());
        each(life -> () -> {
            for (long i = 0; i < incidents * Life.COMMANDS; i++) {
                send(life.next());
            }
            return incidents;
        });
    }

    @Override
    public void close() {
        threads.close();
    }

    private void send(IncidentCommand command) {
        if (!contestant.carryOut(command)) {
            throw new IllegalStateException("refused: " + command);
        }
    }

    private interface Work {
        Callable<Long> of(Life life);
    }

    private long each(Work work) {
        try {
            long sum = 0;
            for (Future<Long> each :
                    threads.invokeAll(lives.stream().map(work::of).toList())) {
                sum += each.get();
            }
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the benchmark was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a caller failed", e.getCause());
        }
    }
}
