package org.incidentledger.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The checked-out repository: its root and the files that a commit would hold. */
final class Repository {
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "incident-ledger", ".idea", ".vscode");
    private static final String PARENT = "<artifactId>incident-ledger</artifactId>\n  <version>";

    private static final Path ROOT = findRoot();

    private Repository() {}

    static Path root() {
        return ROOT;
    }

    private static Path findRoot() {
        Path start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(Repository::holdsTheParentPom)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no parent pom above " + start));
    }

    private static boolean holdsTheParentPom(Path folder) {
        return absoluteText(folder.resolve("pom.xml"))
                .filter(pom -> !pom.contains("<parent>") && pom.contains(PARENT))
                .isPresent();
    }

    /** Every file of ours, relative to the root, in a stable order; build output and editors' folders left out. */
    static List<Path> files() {
        Path root = root();
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean ours = folder.equals(root) || !NOT_OURS.contains(name(folder));
                    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!NOT_OURS.contains(name(file))) {
                        found.add(root.relativize(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    static List<String> topLevel() {
        try (Stream<Path> entries = Files.list(root())) {
            return entries.map(Repository::name)
                    .filter(name -> !NOT_OURS.contains(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file under the root; empty when there is no such file or it is not text. */
    static Optional<String> text(Path file) {
        return absoluteText(ROOT.resolve(file));
    }

    private static Optional<String> absoluteText(Path absolute) {
        if (!Files.isRegularFile(absolute)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(absolute));
        } catch (MalformedInputException notText) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
