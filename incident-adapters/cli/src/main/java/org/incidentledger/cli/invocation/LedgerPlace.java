package org.incidentledger.cli.invocation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.incidentledger.core.vocabulary.Quoted;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.LedgerOptions;
import org.incidentledger.ledger.access.AccessFolder;
import org.incidentledger.ledger.jdbc.PostgresDatabase;
import org.incidentledger.ledger.notary.DirectoryNotary;
import org.incidentledger.sealing.KeysetFile;

/** Where the ledger lies: a folder, or a database of PostgreSQL or H2 by its JDBC address. */
public sealed interface LedgerPlace {
    /** A ledger in a folder. */
    record Folder(Path path) implements LedgerPlace {
        @Override
        public IncidentLedger open(LedgerOptions options) {
            return IncidentLedger.open(path, options);
        }

        @Override
        public Path keys() {
            return path;
        }

        @Override
        public boolean exists() {
            if (!Files.isDirectory(path)) {
                return false;
            }
            try (Stream<Path> files = Files.list(path)) {
                return files.anyMatch(file -> file.toString().endsWith(".mv.db"));
            } catch (IOException e) {
                throw Failure.storage("%s cannot be read (%s)".formatted(path, e.getMessage()), e);
            }
        }

        @Override
        public Path outbox(Path workingDirectory) {
            return path.resolve("outbox");
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** A ledger in a database that an address names. */
    sealed interface InDatabase extends LedgerPlace {
        /** Nobody knows without opening it, which makes it. */
        @Override
        default boolean exists() {
            return true;
        }

        /** With the keys and the roles that lie in its folder. */
        default LedgerOptions guarded(LedgerOptions options) {
            return options.withNotary(new DirectoryNotary(keys()))
                    .withAccess(new AccessFolder(keys()).policy())
                    .withSealingKey(keyset());
        }

        @Override
        default Path outbox(Path workingDirectory) {
            return workingDirectory.resolve("outbox");
        }
    }

    /**
     * A ledger in H2, which one process at a time may use.
     *
     * @param keys the folder of its signing key and its last checkpoint
     */
    record Database(String url, Path keys) implements InDatabase {
        @Override
        public IncidentLedger open(LedgerOptions options) {
            LedgerOptions guarded = guarded(options);
            JdbcDataSource database = new JdbcDataSource();
            database.setURL(url);
            return IncidentLedger.open(database, guarded);
        }

        @Override
        public String toString() {
            return withoutPassword(url);
        }
    }

    /**
     * A ledger in PostgreSQL, which other processes may use at the same time.
     *
     * @param keys the folder of its signing key and its last checkpoint
     */
    record Postgres(String url, Path keys) implements InDatabase {
        private static final String PASSWORD = "PGPASSWORD";

        /** Kept, so that its level stays. */
        private static final Logger DRIVER = Logger.getLogger("org.postgresql");

        @Override
        public IncidentLedger open(LedgerOptions options) {
            LedgerOptions guarded = guarded(options);
            // What goes wrong is said in one line; the driver would add warnings of its own.
            DRIVER.setLevel(Level.OFF);
            PostgresDatabase database = PostgresDatabase.open(url, System.getenv(PASSWORD));
            return IncidentLedger.open(database, guarded);
        }

        @Override
        public String toString() {
            return withoutPassword(url);
        }
    }

    /** Opens it, and makes it when there is none. */
    IncidentLedger open(LedgerOptions options);

    /** Whether there is a ledger already. */
    boolean exists();

    /** The folder of its signing key, its roles and its access tokens. */
    Path keys();

    /** What wraps the keys of sealed values. */
    default KeysetFile keyset() {
        return new KeysetFile(keys().resolve(IncidentLedger.SEALING_KEYSET));
    }

    /** The folder for notifications that nobody can send yet. */
    Path outbox(Path workingDirectory);

    /** @throws Failure when the text is an address of another database or no path */
    static LedgerPlace parse(String text, Path workingDirectory) {
        if (text.toLowerCase(Locale.ROOT).startsWith("jdbc:")) {
            return database(text, workingDirectory.resolve("incident-ledger-keys"));
        }
        try {
            return new Folder(workingDirectory.resolve(text).normalize());
        } catch (InvalidPathException e) {
            throw Failure.badInput(
                    "'%s' is no folder (%s); name another".formatted(Quoted.shorten(text), e.getReason()));
        }
    }

    private static LedgerPlace database(String url, Path keys) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new Postgres(url, keys);
        }
        if (url.startsWith("jdbc:h2:")) {
            return new Database(url, keys);
        }
        throw Failure.badInput(
                "'%s' is not a database of PostgreSQL or H2, the only ones that this version supports; use a folder"
                        .formatted(Quoted.shorten(withoutPassword(url))));
    }

    private static String withoutPassword(String url) {
        return url.replaceAll("(?i)(password=)[^&;]*", "$1…").replaceAll("//[^/@]*@", "//…@");
    }
}
