package org.incidentledger.contracts.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.opentest4j.TestAbortedException;

/** Where the programs of PostgreSQL are: those of {@code -Dpostgres.bin=DIR}, or unpacked from the class path. */
final class Binaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private Binaries() {}

    /** @param spare a directory for what has to be unpacked */
    static Path find(Path spare) throws IOException {
        String installed = System.getProperty("postgres.bin");
        if (installed != null) {
            return Path.of(installed);
        }
        boolean fits = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        try (InputStream archive = fits ? Binaries.class.getResourceAsStream(ARCHIVE) : null) {
            if (archive == null) {
                throw new TestAbortedException(
                        "skipped: no PostgreSQL for this platform; name the programs of one with -Dpostgres.bin=DIR");
            }
            unpack(archive, spare);
        }
        return spare.resolve("bin");
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream files =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                unpack(files, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream files, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(files, path);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
