package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.core.ledger.Notary;
import org.incidentledger.ledger.notary.DirectoryNotary;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An empty H2 database in a directory of its own for each test, there before the contract begins and until after it ended. */
final class TestDatabase implements LedgerDatabase {
    @SuppressWarnings("NullAway.Init") // made before each test
    private Path directory;

    @SuppressWarnings("NullAway.Init") // made before each test
    private H2Database database;

    private Notary notary = new MemoryNotary();

    @Override
    public Notary notary() {
        return notary;
    }

    Path directory() {
        return directory;
    }

    @Override
    public DataSource dataSource() {
        return database.dataSource();
    }

    /** Where a ledger in this database lies; H2 alone makes it durable, and one notary knows it for the whole test. */
    @Override
    public JdbcPlace place() {
        return new JdbcPlace(dataSource(), notary);
    }

    /** A ledger as an embedding service has it: with its key, its journal and its database in one directory. */
    static JdbcLedger ledger(H2Database database, Path directory) {
        return JdbcLedger.open(database.place(new DirectoryNotary(directory)), Clock.systemUTC());
    }

    /** Closes the database and opens what lies on disk. */
    @Override
    public void reopen() {
        database.close();
        database = H2Database.open(directory);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        directory = Files.createTempDirectory("incident-ledger-test");
        database = H2Database.open(directory);
        notary = new MemoryNotary();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        database.close();
        deleteAll(directory);
    }

    static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
