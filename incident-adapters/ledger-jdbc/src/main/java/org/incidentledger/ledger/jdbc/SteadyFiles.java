package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.FileUtils;

/**
 * A file system of H2 whose files stay open when a thread that reads or writes them is interrupted, and which does both in the
 * caller's thread. H2's plain files are closed by an interruption, and with them the lock that keeps other processes out; its
 * {@code async:} ones are not, but hand every page to another thread, which takes several times as long as to read it.
 *
 * <p>Public because H2 makes instances of it.
 */
public final class SteadyFiles extends FilePathWrapper {
    static final String SCHEME = "incident-ledger";

    /** Makes the scheme known to H2. Idempotent. */
    static void register() {
        FilePath.register(new SteadyFiles());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SteadyFile(Path.of(unwrap().toString()), mode);
    }

    /** Whoever reads at a position waits for nobody: what it extends locks the file for that. */
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    private static final class SteadyFile extends FileBaseDefault {
        private final Path path;
        private final AsynchronousFileChannel channel;

        SteadyFile(Path path, String mode) throws IOException {
            this.path = path;
            this.channel = AsynchronousFileChannel.open(path, FileUtils.modeToOptions(mode), new CallersThread());
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return done(channel.read(bytes, position));
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            return done(channel.write(bytes, position));
        }

        private static int done(Future<Integer> future) throws IOException {
            return switch (future.state()) {
                case SUCCESS -> future.resultNow();
                case FAILED -> throw new IOException(future.exceptionNow());
                case RUNNING, CANCELLED ->
                    throw new IllegalStateException("a file was to be used in the caller's thread");
            };
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            channel.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return channel.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            channel.close();
        }

        @Override
        public String toString() {
            return SCHEME + ":" + path;
        }
    }

    /** Carries out what it is given before it returns. */
    private static final class CallersThread extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {
            // It has no thread to end.
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
