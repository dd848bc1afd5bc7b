package org.incidentledger.core.tlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Test vectors that lie outside the repository: in {@code shared/conformance/tlog} beside one of the folders above, or
 * below the folder that INCIDENT_LEDGER_SHARED names.
 */
final class Vectors {

    private static final Path PLACE = Path.of("conformance", "tlog");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Vectors() {}

    /** Skips the calling test when there are no vectors. */
    static JsonNode read(String file) {
        Optional<Path> folder = folder();
        Assumptions.assumeTrue(
                folder.isPresent(),
                "No shared/conformance/tlog beside a folder above: set INCIDENT_LEDGER_SHARED to run the vectors");
        try {
            return JSON.readTree(folder.orElseThrow().resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> folder() {
        Stream<Path> named =
                Stream.ofNullable(System.getenv("INCIDENT_LEDGER_SHARED")).map(Path::of);
        Stream<Path> above = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared"));
        return Stream.concat(named, above)
                .map(shared -> shared.resolve(PLACE))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
