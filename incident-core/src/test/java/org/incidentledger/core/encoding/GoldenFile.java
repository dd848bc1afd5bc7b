package org.incidentledger.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file with the exact bytes of something that was stored once and must be read for ever. {@code -Dgolden.update=true}
 * writes what is missing or different, and says so: a reviewer sees it as a change of the file.
 */
record GoldenFile(String name) {
    private static final Path FOLDER = Path.of("src/test/resources/org/incidentledger/core/encoding/golden");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    static GoldenFile of(String type, int revision) {
        return new GoldenFile("%s.%s.golden.json".formatted(type, revision));
    }

    static GoldenFile least(String type, int revision) {
        return new GoldenFile("%s.%s.least.golden.json".formatted(type, revision));
    }

    static Set<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean exists() {
        return Files.exists(path());
    }

    String text() {
        try {
            return Files.readString(path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless the file has exactly these bytes. */
    void assertHolds(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (UPDATE && !(exists() && text().equals(text))) {
            write(bytes);
        }
        if (!exists()) {
            fail("there is no golden file %s; look at the bytes, then write it with -Dgolden.update=true", name);
        }
        assertThat(text())
                .as("bytes stored under %s; what a released version wrote never changes: add a revision", name)
                .isEqualTo(text);
    }

    private void write(byte[] bytes) {
        System.out.printf("golden file %s is %s%n", name, exists() ? "REPLACED" : "made");
        try {
            Files.createDirectories(FOLDER);
            Files.write(path(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path() {
        return FOLDER.resolve(name);
    }
}
