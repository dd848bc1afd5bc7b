package org.incidentledger.ledger.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A disk that fails when it is told to: without doing what it was asked for, or after it did. */
public final class FaultyDisk implements ChannelOpener {
    /** What is asked of a disk. */
    public enum Operation {
        WRITE,
        FORCE
    }

    /**
     * A failure of such an operation.
     *
     * @param spared how many of them go well before
     */
    public record Fault(Operation operation, boolean takesEffect, int spared) {
        /** The next one fails. */
        public Fault(Operation operation, boolean takesEffect) {
            this(operation, takesEffect, 0);
        }

        /** The same after some that go well. */
        public Fault after(int operations) {
            return new Fault(operation, takesEffect, operations);
        }
    }

    private final Queue<Fault> faults = new ArrayDeque<>();

    /** Adds a fault that strikes once the ones added before it are spent. */
    public synchronized void add(Fault fault) {
        faults.add(fault);
    }

    /** How many faults have not struck yet. */
    public synchronized int faultsLeft() {
        return faults.size();
    }

    @Override
    public FileChannel open(Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return new ForwardingChannel(FileChannel.open(file, options, attributes)) {
            @Override
            public int write(ByteBuffer bytes, long position) throws IOException {
                Fault fault = strike(Operation.WRITE);
                if (fault == null) {
                    return super.write(bytes, position);
                }
                if (fault.takesEffect()) {
                    super.write(bytes, position);
                }
                throw new IOException("injected: " + fault);
            }

            @Override
            public void force(boolean metadata) throws IOException {
                Fault fault = strike(Operation.FORCE);
                if (fault == null || fault.takesEffect()) {
                    super.force(metadata);
                }
                if (fault != null) {
                    throw new IOException("injected: " + fault);
                }
            }
        };
    }

    private synchronized @Nullable Fault strike(Operation operation) {
        Fault next = faults.peek();
        if (next == null || next.operation() != operation) {
            return null;
        }
        if (next.spared() > 0) {
            faults.remove();
            faults.add(next.after(next.spared() - 1));
            return null;
        }
        return faults.poll();
    }
}
