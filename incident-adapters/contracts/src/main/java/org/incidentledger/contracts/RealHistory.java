package org.incidentledger.contracts;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The history of a real status page, which lies beside the project and is never part of it. A test that asks for it is skipped elsewhere. */
public final class RealHistory {
    private RealHistory() {}

    /** Each text as it first stood. */
    public static Path asPublished() {
        return file("data/github-status/as-published.json");
    }

    /** After the later edits that were observed. */
    public static Path asEdited() {
        return file("data/github-status/as-edited.json");
    }

    /** What the same page said of itself while an incident was going on. */
    public static Path summary() {
        return file("conformance/statuspage/github-summary-2022-11-25.json");
    }

    private static Path file(String name) {
        Path here = Path.of("").toAbsolutePath();
        Path file = Stream.iterate(here, Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared"))
                .filter(shared -> Files.isDirectory(shared.resolve("design")))
                .findFirst()
                .orElse(here.resolve("shared"))
                .resolve(name);
        assumeTrue(
                Files.isRegularFile(file), () -> "skipped: there is no shared folder with " + name + " above " + here);
        return file;
    }
}
