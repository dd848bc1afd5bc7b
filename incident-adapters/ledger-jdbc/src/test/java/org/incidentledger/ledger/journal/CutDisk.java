package org.incidentledger.ledger.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A disk whose power can be cut: of what was written since a file was forced, each page is then on the disk or is not. Directories and
 * the shortening of files are taken to be durable at once, as on a journaling file system.
 */
public final class CutDisk implements ChannelOpener {
    private final Map<Path, CutFile> files = new HashMap<>();
    private boolean cut;

    @Override
    public FileChannel open(Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return around(file, FileChannel.open(file, options, attributes));
    }

    /** Stands between a file and whoever writes to it. */
    public synchronized FileChannel around(Path file, FileChannel real) throws IOException {
        CutFile known = files.get(file);
        if (known == null) {
            known = new CutFile(real.size());
            files.put(file, known);
        }
        return new CutChannel(real, this, known);
    }

    /** From now on nothing is written any more, and what was not forced is there or is not. */
    public synchronized void cut(Random random) throws IOException {
        cut = true;
        files.keySet().removeIf(Files::notExists);
        for (Map.Entry<Path, CutFile> file : files.entrySet()) {
            try (FileChannel channel =
                    FileChannel.open(file.getKey(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                file.getValue().lose(channel, random);
            }
        }
    }

    synchronized void requirePower() throws IOException {
        if (cut) {
            throw new IOException("injected: the power is off");
        }
    }

    /** What a file held when it was forced last, as far as it has changed since. */
    static final class CutFile {
        private static final int PAGE_BYTES = 4_096;

        private final Map<Long, byte[]> before = new HashMap<>();
        private long forcedSize;

        CutFile(long size) {
            this.forcedSize = size;
        }

        void keep(FileChannel real, long offset, int length) throws IOException {
            for (long page = offset / PAGE_BYTES; page * PAGE_BYTES < offset + length; page++) {
                if (!before.containsKey(page)) {
                    before.put(page, read(real, page));
                }
            }
        }

        void forced(FileChannel real) throws IOException {
            before.clear();
            forcedSize = real.size();
        }

        void shortened(long size) {
            before.keySet().removeIf(page -> page * PAGE_BYTES >= size);
            forcedSize = Math.min(forcedSize, size);
        }

        void lose(FileChannel real, Random random) throws IOException {
            for (Map.Entry<Long, byte[]> page : before.entrySet()) {
                if (random.nextBoolean()) {
                    real.write(ByteBuffer.wrap(page.getValue()), page.getKey() * PAGE_BYTES);
                }
            }
            if (real.size() > forcedSize && random.nextBoolean()) {
                real.truncate(forcedSize);
            }
        }

        private static byte[] read(FileChannel real, long page) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(PAGE_BYTES);
            long at = page * PAGE_BYTES;
            int read = real.read(bytes, at);
            while (read > 0 && bytes.hasRemaining()) {
                read = real.read(bytes, at + bytes.position());
            }
            return bytes.array();
        }
    }
}
