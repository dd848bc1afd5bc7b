package org.incidentledger.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a bundle, by their paths with slashes. */
record Folder(Path root) {
    static final String CHECKPOINT = "checkpoint";
    static final String CHECKPOINTS = "checkpoints/";
    static final String KEY = "ledger.vkey";
    static final String README = "README";

    /** What an unfinished file ends with. */
    private static final String UNFINISHED = ".unfinished";

    /** The content of a file, none when there is no such file; of a longer one only so many bytes. */
    Optional<byte[]> read(String path, int maxBytes) {
        try (InputStream in = Files.newInputStream(root.resolve(path))) {
            return Optional.of(in.readNBytes(maxBytes));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed(path, "read", e);
        }
    }

    /** Writes a file whole or not at all, in place of the one before. */
    void write(String path, byte[] content) {
        Path file = root.resolve(path);
        Path unfinished = root.resolve(path + UNFINISHED);
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(path, "written", e);
        }
    }

    void delete(String path) {
        try {
            Files.deleteIfExists(root.resolve(path));
        } catch (IOException e) {
            throw failed(path, "deleted", e);
        }
    }

    /** Everything that is no folder, in order of names; a link is not followed. */
    List<String> files() {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw failed("", "read", e);
        }
    }

    /** Makes the folder if there is none. */
    void make() {
        try {
            Files.createDirectories(root);
        } catch (FileAlreadyExistsException e) {
            throw new BundleException.Refused("'%s' is a file; name a folder".formatted(root));
        } catch (IOException e) {
            throw failed("", "made", e);
        }
    }

    static boolean isUnfinished(String path) {
        return path.endsWith(UNFINISHED);
    }

    private BundleException failed(String path, String done, Exception e) {
        return new BundleException.Unavailable(
                "%s cannot be %s (%s); check the folder and its permissions"
                        .formatted(root.resolve(path), done, e.getMessage()),
                e);
    }
}
