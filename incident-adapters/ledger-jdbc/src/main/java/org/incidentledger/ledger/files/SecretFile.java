package org.incidentledger.ledger.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.incidentledger.core.ledger.LedgerException;

/** A small text file that only its owner may read and write, replaced as a whole or not at all. */
public final class SecretFile {
    private final Path path;

    public SecretFile(Path path) {
        this.path = path;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** The text; empty when there is no such file. */
    public Optional<String> read() throws IOException {
        try {
            return Optional.of(Files.readString(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * @param remedy what to do when others could use it, such as {@code rotate the key if anybody may have read it}
     * @throws LedgerException.Unavailable when others than its owner may read or write the file
     */
    public void requireOwnerOnly(String remedy) throws IOException {
        String granted = OwnerOnly.grantedToOthers(path);
        if (!granted.isEmpty()) {
            throw new LedgerException.Unavailable(
                    "%s may be read or written by others (%s): change it to 600, and %s"
                            .formatted(path, granted, remedy),
                    null);
        }
    }

    /** Returns when the text is on disk under its name. */
    public void replaceDurably(String text) throws IOException {
        replace(text);
        if (OwnerOnly.isKnownTo(path)) {
            try (FileChannel folder = FileChannel.open(
                    Objects.requireNonNull(path.toAbsolutePath().getParent()), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    /** Deletes it, if it is there. */
    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    /**
     * Writes over what is there. Every process sees the text; a power cut may leave the one before, or, when it is torn, neither. A new
     * name in the directory instead would make the next forcing of any file in it wait for that name.
     */
    public void overwrite(String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        try (FileChannel channel = FileChannel.open(
                path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.file(path))) {
            int length = bytes.remaining();
            channel.write(bytes, 0);
            if (channel.size() > length) {
                channel.truncate(length);
            }
        }
    }

    private void replace(String text) throws IOException {
        // Other processes may replace the file at the same time.
        Path next = path.resolveSibling("%s.%d.next"
                .formatted(path.getFileName(), ProcessHandle.current().pid()));
        Files.deleteIfExists(next);
        try (FileChannel channel = FileChannel.open(
                next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file(path))) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
