package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.api.ErrorCode;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.ledger.files.FileTrouble;
import org.incidentledger.ledger.files.OwnerOnly;
import org.jspecify.annotations.Nullable;

/** The directory of an embedded database, taken by this process once, and the words for what can be wrong with it. */
final class H2Directory {
    /** H2 lets one process open a database twice; two ledgers on it would not know of each other. */
    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    private static final String FILE = "ledger";

    private final Path path;

    private H2Directory(Path path) {
        this.path = path;
    }

    static H2Directory take(Path given) {
        H2Directory directory = new H2Directory(realPath(given));
        if (directory.path.toString().contains(";")) {
            throw unavailable(given, "H2 reads a ';' in the name of a directory as an option; choose another name");
        }
        if (!TAKEN.add(directory.path)) {
            throw unavailable(given, "this process has it open already; use that ledger, or close it first");
        }
        return directory;
    }

    void release() {
        TAKEN.remove(path);
    }

    /** The database for JDBC. */
    String url() {
        return url(0);
    }

    /**
     * The same for closing with time to spare: H2 compacts the file meanwhile.
     *
     * @param compactMillis about how long; 0 for closing at once
     */
    String url(int compactMillis) {
        return url(steady(FILE), compactMillis);
    }

    /** @param file with the scheme of the file system that H2 is to use */
    static String url(String file, int compactMillis) {
        return "jdbc:h2:" + file
                + ";PAGE_SIZE=4096" // bytes in memory; an index page is written whole for each key that is new in it
                + ";WRITE_DELAY=500" // milliseconds; the journal is what makes a commit durable
                + ";MAX_COMPACT_TIME=" + compactMillis
                + ";QUERY_CACHE_SIZE=64" // statements of a connection: more than the ledger and its views have
                + ";DB_CLOSE_ON_EXIT=FALSE" // whoever opened it closes it, after its last append
                + ";TRACE_LEVEL_FILE=0"; // errors reach the caller; no second file
    }

    /** Of a database that is made beside the one that is open. */
    String urlOf(String file) {
        return url(steady(file), 0);
    }

    private String steady(String file) {
        SteadyFiles.register();
        return SteadyFiles.SCHEME + ":" + path.resolve(file);
    }

    Path path() {
        return path;
    }

    LedgerException.Unavailable unavailable(IOException error) {
        return unavailable(path, FileTrouble.meaning(error), error);
    }

    LedgerException.Unavailable readOnly() {
        return unavailable(path, "it can only be read; a ledger needs a place that can be written");
    }

    LedgerException.Unavailable foreign() {
        return unavailable(path, "its database %s.mv.db is no ledger; choose another directory".formatted(FILE));
    }

    /** @param journalFirst the position from which on the journal has the entries; empty when it has none */
    LedgerException.Unavailable lacks(LostTables lost, Optional<Long> journalFirst) {
        return unavailable(
                path,
                ("its database lost %s when the process or the power was cut, and its journal %s; nothing was changed:"
                                + " keep what is there, put the newest copy of %s.mv.db, or else of the whole directory,"
                                + " in its place and open it again")
                        .formatted(
                                String.join(", ", lost.names()),
                                journalFirst
                                        .map("begins at position %d, too late to make that anew"::formatted)
                                        .orElse("is gone"),
                                FILE));
    }

    LedgerException.Unavailable leftByEarlierVersion() {
        return unavailable(
                path,
                "an earlier version of this library had it open when the process or the power was cut; nothing was changed:"
                        + " open it with that version, which repeats from the journal what is missing, close it, and open it"
                        + " with this one");
    }

    LedgerException explain(SQLException error) {
        return switch (error.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                unavailable(path, "another process has it open; wait until it ends, or stop it", error);
            case ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.FILE_CORRUPTED_1, ErrorCode.WRONG_USER_OR_PASSWORD ->
                unavailable(
                        path,
                        "its file %s.mv.db is no database of this library, or damaged; choose another directory or restore it"
                                .formatted(FILE),
                        error);
            default -> unavailable(path, StorageFailure.meaning(error), error);
        };
    }

    /** The file of the database. */
    Path file() {
        return path.resolve(FILE + ".mv.db");
    }

    private static Path realPath(Path given) {
        try {
            return Files.createDirectories(given.toAbsolutePath().normalize(), OwnerOnly.directory(given))
                    .toRealPath();
        } catch (FileAlreadyExistsException e) {
            throw unavailable(given, "it is a file; choose a directory", e);
        } catch (AccessDeniedException e) {
            throw unavailable(given, "permission denied; let this user write there, or choose another directory", e);
        } catch (FileSystemException e) {
            String reason = Objects.requireNonNullElse(e.getReason(), "it cannot be made there");
            throw unavailable(given, "%s; choose another directory".formatted(reason), e);
        } catch (IOException e) {
            throw unavailable(given, String.valueOf(e.getMessage()), e);
        }
    }

    private static LedgerException.Unavailable unavailable(Path path, String why) {
        return unavailable(path, why, null);
    }

    private static LedgerException.Unavailable unavailable(Path path, String why, @Nullable Throwable cause) {
        return new LedgerException.Unavailable("cannot open the ledger in %s: %s".formatted(path, why), cause);
    }
}
