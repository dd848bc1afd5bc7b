package org.incidentledger.ledger.jdbc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A bounded queue that can be closed: what was put before is still taken, nothing is put after. */
final class RequestQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final Condition notFull = lock.newCondition();
    private final ArrayDeque<Request> requests = new ArrayDeque<>();
    private final int capacity;
    private boolean closed;

    RequestQueue(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Waits for room: callers are held back when they are faster than the disk.
     *
     * @return whether the request was put; false when the queue is closed
     */
    boolean put(Request request) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && requests.size() >= capacity) {
                notFull.await();
            }
            if (!closed) {
                requests.add(request);
                notEmpty.signal();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for requests and takes up to {@code max} of them; none when the queue is closed and empty. */
    List<Request> take(int max) {
        lock.lock();
        try {
            while (!closed && requests.isEmpty()) {
                notEmpty.awaitUninterruptibly();
            }
            List<Request> taken = new ArrayList<>();
            while (taken.size() < max && !requests.isEmpty()) {
                taken.add(requests.remove());
            }
            notFull.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a request back; false when it was taken already. */
    boolean withdraw(Request request) {
        lock.lock();
        try {
            notFull.signal();
            return requests.remove(request);
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return requests.size();
        } finally {
            lock.unlock();
        }
    }

    /** Refuses what is put from now on. Idempotent. */
    void close() {
        lock.lock();
        try {
            closed = true;
            notEmpty.signalAll();
            notFull.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
