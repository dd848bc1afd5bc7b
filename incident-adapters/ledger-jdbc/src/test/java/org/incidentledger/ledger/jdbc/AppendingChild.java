package org.incidentledger.ledger.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.StreamId;

/** Another process that appends until it is killed, and says which commands were acknowledged. */
final class AppendingChild implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private AppendingChild(Process process) {
        this.process = process;
        this.out = process.inputReader(UTF_8);
    }

    static AppendingChild start(Path directory, int callers) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new AppendingChild(new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingChild.class.getName(),
                        directory.toString(),
                        Integer.toString(callers))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits for the next acknowledgement. */
    UUID nextAcknowledged() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IllegalStateException("the child has ended");
        }
        return UUID.fromString(line);
    }

    /** Kills it where it stands and gives back what it had said by then; a last line may be cut off. */
    List<UUID> kill() throws IOException {
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

    private static final int UUID_LENGTH = 36;

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** The child: its callers append one after the other, some to a stream that they share. */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        JdbcLedger ledger = TestDatabase.ledger(H2Database.open(directory), directory);
        for (int caller = 0; caller < Integer.parseInt(arguments[1]); caller++) {
            StreamId own = SampleAppends.stream("caller-" + UUID.randomUUID());
            Thread.ofPlatform().start(() -> appendForEver(ledger, own));
        }
    }

    private static void appendForEver(JdbcLedger ledger, StreamId own) {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        StreamId shared = SampleAppends.stream("shared");
        long sequence = 0;
        for (int i = 0; ; i++) {
            if (i % 3 == 0) {
                acknowledge(out, toShared(ledger, shared));
            } else {
                acknowledge(out, ledger.append(SampleAppends.append(own, sequence, 2)));
                sequence += 2;
            }
        }
    }

    private static AppendResult toShared(JdbcLedger ledger, StreamId shared) {
        Append append = SampleAppends.append(shared, 0, 1);
        AppendResult result = ledger.append(append);
        while (result instanceof AppendResult.Conflict conflict) {
            UUID command = append.header().commandId();
            result = ledger.append(SampleAppends.append(command, shared, conflict.actualSequence(), 1));
        }
        return result;
    }

    private static void acknowledge(PrintStream out, AppendResult result) {
        if (result instanceof AppendResult.Appended appended) {
            synchronized (AppendingChild.class) {
                out.println(appended.receipt().commandId());
            }
        } else {
            throw new IllegalStateException(result.toString());
        }
    }
}
