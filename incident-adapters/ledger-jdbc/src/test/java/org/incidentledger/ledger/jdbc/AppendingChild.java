package org.incidentledger.ledger.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.contracts.faults.ChildJvm;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.ledger.notary.DirectoryNotary;

/** Another process that appends until it is killed, and says which commands were acknowledged. */
final class AppendingChild {
    private AppendingChild() {}

    /** On H2 in a directory. */
    static ChildJvm start(Path directory, int callers) throws IOException {
        return ChildJvm.start(AppendingChild.class, directory.toString(), Integer.toString(callers));
    }

    /** On PostgreSQL, with the key in a directory. */
    static ChildJvm start(String url, Path keys, int callers) throws IOException {
        return ChildJvm.start(AppendingChild.class, keys.toString(), Integer.toString(callers), url);
    }

    /** The child: its callers append one after the other, some to a stream that they share. */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        JdbcLedger ledger = arguments.length == 2
                ? TestDatabase.ledger(H2Database.open(directory), directory)
                : ledger(arguments[2], directory);
        for (int caller = 0; caller < Integer.parseInt(arguments[1]); caller++) {
            StreamId own = SampleAppends.stream("caller-" + UUID.randomUUID());
            Thread.ofPlatform().start(() -> appendForEver(ledger, own));
        }
    }

    private static JdbcLedger ledger(String url, Path keys) {
        PostgresDatabase database = PostgresDatabase.open(url, null);
        return JdbcLedger.open(new JdbcPlace(database.dataSource(), new DirectoryNotary(keys)), Clock.systemUTC());
    }

    private static void appendForEver(JdbcLedger ledger, StreamId own) {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        StreamId shared = SampleAppends.stream("shared");
        long sequence = 0;
        for (int i = 0; ; i++) {
            try {
                if (i % 3 == 0) {
                    acknowledge(out, toShared(ledger, shared));
                } else {
                    acknowledge(out, ledger.append(SampleAppends.append(own, sequence, 2)));
                    sequence += 2;
                }
            } catch (LedgerException.Unavailable nothingHappened) {
                // As when the server ends the transaction of a process that stood still for too long.
                System.err.println(nothingHappened.getMessage());
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
