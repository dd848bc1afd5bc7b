package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.UUID;
import org.incidentledger.ledger.files.OwnerOnly;

/**
 * A file that lies beside a database while it is open. Whoever finds it on opening knows that the database was not closed in order.
 *
 * @param wasLeft whether another one had been left behind
 */
record OpenMark(Path file, String owner, boolean wasLeft) {
    private static final String FILE = "open";

    /** Lies on disk when this returns. Called under the lock that keeps others out of the directory. */
    static OpenMark set(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        boolean wasLeft = Files.exists(file);
        String owner = UUID.randomUUID().toString();
        if (!wasLeft) {
            Files.createFile(file, OwnerOnly.file(file));
        }
        try (FileChannel channel = FileChannel.open(file, EnumSet.of(StandardOpenOption.WRITE))) {
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        forceDirectory(directory);
        return new OpenMark(file, owner, wasLeft);
    }

    /** Whether one lies there. */
    static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    /** The database is closed. If another process has opened it since, the mark is that one's. */
    void clear() throws IOException {
        try {
            if (Files.readString(file).equals(owner)) {
                Files.delete(file);
            }
        } catch (NoSuchFileException cleared) {
            return;
        }
    }

    /** What was renamed, made or deleted in a directory stays so after a power cut. */
    static void forceDirectory(Path directory) throws IOException {
        if (OwnerOnly.isKnownTo(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
