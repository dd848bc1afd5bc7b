package org.incidentledger.contracts.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A PostgreSQL server for tests, with its ordinary settings: what it acknowledged is on disk. It listens on this machine only. Not
 * safe for use by many threads while it is stopped and started.
 */
public final class PostgresServer implements AutoCloseable {
    /** The superuser. */
    public static final String USER = "postgres";

    private static final int CONNECTIONS_MAX = 300;

    private static @Nullable PostgresServer shared;
    private static @Nullable String reason;

    private final String password = UUID.randomUUID().toString();
    private final Path directory;
    private final Path data;
    private final Path words;
    private final Path programs;
    private final ServerUser user;
    private final int port;

    private PostgresServer(Path directory) throws IOException {
        this.directory = directory;
        Path owned = Files.createDirectory(directory.resolve("server"));
        this.data = owned.resolve("data");
        this.words = directory.resolve("words");
        this.programs = Binaries.find(directory.resolve("programs"));
        this.user = ServerUser.owning(owned);
        this.port = freePort();
    }

    /** The one that the tests of this process share; it ends with the process. */
    public static synchronized PostgresServer shared() {
        if (reason != null) {
            throw new TestAbortedException(reason);
        }
        PostgresServer server = shared;
        try {
            if (server == null) {
                server = start();
                shared = server;
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            }
            return server;
        } catch (TestAbortedException none) {
            reason = none.getMessage();
            throw none;
        }
    }

    /** One of its own, for tests that stop it. Where none can be started the test is skipped, saying why. */
    public static PostgresServer start() {
        try {
            PostgresServer server = new PostgresServer(Files.createTempDirectory("incident-ledger-postgres"));
            server.initialize();
            server.startAgain();
            return server;
        } catch (IOException | UncheckedIOException e) {
            throw new TestAbortedException("skipped: no PostgreSQL can be started here: " + e.getMessage(), e);
        }
    }

    /** Begins again after a stop; returns when it takes connections. */
    public void startAgain() {
        call("start", "-w", "-l", data.resolveSibling("log").toString());
    }

    /** Stops it as a power cut would, but for the memory of the operating system: nothing is finished, nothing is tidied. */
    public void stopImmediately() {
        call("stop", "-w", "-m", "immediate");
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** The password of {@link #USER}. */
    public String password() {
        return password;
    }

    /** The address of a database for its superuser; it holds the password. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s?user=%s&password=%s".formatted(port, database, USER, password);
    }

    /** Makes an empty database, whose language does not sort text by code point. */
    public String createDatabase() {
        String name = "ledger_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE DATABASE %s TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' %s"
                .formatted(name, "LOCALE_PROVIDER icu ICU_LOCALE 'en'"));
        return name;
    }

    /** Executes a statement as superuser, outside of any database of a test. */
    public void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where its files are: the data and its write-ahead log, and what it says. */
    public Path files() {
        return data.resolveSibling(".").normalize();
    }

    /**
     * A dump of a database as text, where these programs of PostgreSQL have one that makes it; many have not. Others can be named with
     * {@code -Dpostgres.bin=DIR}.
     *
     * @param target a folder for it
     */
    public Optional<Path> dump(String database, Path target) throws IOException {
        Path program = programs.resolve("pg_dump");
        if (!Files.isExecutable(program)) {
            return Optional.empty();
        }
        Path dump = target.resolve(database + ".sql");
        ProcessBuilder builder = new ProcessBuilder(
                program.toString(),
                "--host=127.0.0.1",
                "--port=" + port,
                "--username=" + USER,
                "--file=" + dump,
                database);
        builder.environment().put("PGPASSWORD", password);
        if (builder.inheritIO().start().onExit().join().exitValue() != 0) {
            throw new IOException("pg_dump failed");
        }
        return Optional.of(dump);
    }

    @Override
    public void close() {
        try {
            stopImmediately();
            deleteAll();
        } catch (IOException | UncheckedIOException alreadyGone) {
            // It was stopped by a test; what is left lies among the temporary files.
            return;
        }
    }

    private void initialize() throws IOException {
        Path secret = Files.createFile(
                data.resolveSibling("secret"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, password);
        Files.setOwner(secret, Files.getOwner(data.resolveSibling(".")));
        user.run(
                words,
                List.of(
                        programs.resolve("initdb").toString(),
                        "--pgdata=" + data,
                        "--username=" + USER,
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync"));
    }

    private void call(String... arguments) {
        List<String> command = Stream.concat(
                        Stream.of(
                                programs.resolve("pg_ctl").toString(),
                                "--pgdata=" + data,
                                "-o",
                                "-p %d -h 127.0.0.1 -k '' -N %d".formatted(port, CONNECTIONS_MAX)),
                        Stream.of(arguments))
                .toList();
        try {
            user.run(words, command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteAll() throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
