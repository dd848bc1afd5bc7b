package org.incidentledger.web.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A folder of files that are read while they are written: each appears whole or not at all. What did not change is not written, so that
 * copying tools see what is new. Safe for use by many threads.
 */
final class SiteFolder {
    private final Path root;
    private final Set<Path> made = ConcurrentHashMap.newKeySet();
    private final AtomicLong written = new AtomicLong();

    SiteFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** How many files were written. */
    long written() {
        return written.get();
    }

    /** @param path relative, of names that are safe in a file system; a folder stands for the page in it */
    void put(String path, byte[] bytes) {
        Path file = root.resolve(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path)
                .normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException("'%s' leads out of %s".formatted(path, root));
        }
        try {
            if (!isThere(file, bytes)) {
                write(file, bytes);
                written.incrementAndGet();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** The text of a file, when there is one. */
    Optional<String> text(String path) {
        try {
            Path file = root.resolve(path);
            return Files.exists(file) ? Optional.of(Files.readString(file, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s in %s: %s".formatted(path, root, e.getMessage()), e);
        }
    }

    private static boolean isThere(Path file, byte[] bytes) throws IOException {
        return Files.exists(file) && Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    private void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.getParent();
        if (folder != null && !made.contains(folder)) {
            Files.createDirectories(folder);
            // Only now: another thread that finds it here writes into it at once.
            made.add(folder);
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.write(unfinished, bytes);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
