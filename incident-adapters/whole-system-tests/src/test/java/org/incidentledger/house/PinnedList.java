package org.incidentledger.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A text resource beside these tests, one entry a line, that a reviewer sees change. */
final class PinnedList {
    private static final Path FOLDER =
            Path.of("incident-adapters/whole-system-tests/src/test/resources/org/incidentledger/house");

    private PinnedList() {}

    static List<String> read(String resource) {
        return lines(resource).filter(line -> !line.startsWith("#")).toList();
    }

    /** Writes the entries sorted and keeps the comment at the top. */
    static void rewrite(String resource, Collection<String> entries) {
        Stream<String> comment = lines(resource).filter(line -> line.startsWith("#"));
        List<String> lines = Stream.concat(comment, entries.stream().sorted()).toList();
        try {
            Files.write(Repository.root().resolve(FOLDER).resolve(resource), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(String resource) {
        return Repository.text(FOLDER.resolve(resource))
                .orElseThrow(() -> new IllegalStateException("no " + FOLDER.resolve(resource)))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty());
    }
}
