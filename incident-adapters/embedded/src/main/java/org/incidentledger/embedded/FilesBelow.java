package org.incidentledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks into every file of a folder and below it. */
final class FilesBelow {
    private FilesBelow() {}

    /** The files whose bytes are such. */
    static List<Path> holding(Path folder, Predicate<byte[]> such) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (such.test(bytes(file))) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /** A server removes files of its own while they are looked at. */
    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException goneMeanwhile) {
            return new byte[0];
        }
    }
}
