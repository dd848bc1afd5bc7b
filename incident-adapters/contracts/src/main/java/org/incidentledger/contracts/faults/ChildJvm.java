package org.incidentledger.contracts.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Another process of the same program, that says line by line which commands were acknowledged until it is killed. */
public final class ChildJvm implements AutoCloseable {
    private static final int UUID_LENGTH = 36;

    private final Process process;
    private final BufferedReader out;

    private ChildJvm(Process process) {
        this.process = process;
        this.out = process.inputReader(UTF_8);
    }

    /** Starts the main method of a class of this class path. */
    public static ChildJvm start(Class<?> main, String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = Stream.concat(
                        Stream.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()),
                        Stream.of(arguments))
                .toList();
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits for the next acknowledgement. */
    public UUID nextAcknowledged() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IllegalStateException("the child has ended");
        }
        return UUID.fromString(line);
    }

    /**
     * The next acknowledgement, if it was made by now.
     *
     * @throws IOException when there is none any more, because the process has ended by itself
     */
    public Optional<UUID> acknowledgedByNow() throws IOException {
        boolean over = !process.isAlive();
        if (out.ready()) {
            return Optional.of(nextAcknowledged());
        }
        if (over) {
            throw new IOException("the process has ended by itself, with code %d".formatted(process.exitValue()));
        }
        return Optional.empty();
    }

    /** Kills it where it stands and gives back what it had said by then; a last line may be cut off. */
    public List<UUID> kill() throws IOException {
        // Not process.destroyForcibly(), which would also close the pipe with what it said last.
        process.toHandle().destroyForcibly();
        List<UUID> said = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.length() == UUID_LENGTH) {
                said.add(UUID.fromString(line));
            }
        }
        close();
        return said;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
