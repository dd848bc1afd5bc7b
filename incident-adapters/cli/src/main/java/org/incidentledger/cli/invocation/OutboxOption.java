package org.incidentledger.cli.invocation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of a command that writes drafts of messages, or looks for them. */
public final class OutboxOption {
    @Option(
            names = "--outbox",
            paramLabel = "DIR",
            description = "Folder of the drafts (default: outbox in the ledger's folder; here, when it has none).")
    @Nullable
    String outbox;

    /** The folder, which need not be there. */
    public Path folder(Invocation invocation) {
        return outbox == null
                ? invocation.ledger().outbox(invocation.surroundings().workingDirectory())
                : FilePath.of(outbox, invocation);
    }
}
