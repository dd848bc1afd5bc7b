package org.incidentledger.cli.invocation;

import java.nio.file.Files;
import java.nio.file.Path;
import org.incidentledger.channels.Outbox;
import org.incidentledger.core.vocabulary.Quoted;
import org.incidentledger.sealing.KeyWrapper;
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

    /** The outbox, whose folder need not be there; addresses in it are encrypted by the keyset of the ledger. */
    public Outbox of(Invocation invocation) {
        return of(invocation, invocation.ledger().keyset());
    }

    /**
     * The same by a key that is at hand, to look for drafts.
     *
     * @throws Failure when a folder is named that is not there: what was meant would be passed by
     */
    public Outbox existing(Invocation invocation, KeyWrapper key) {
        if (outbox != null && !Files.isDirectory(FilePath.of(outbox, invocation))) {
            throw Failure.badInput("there is no folder %s; name the one that holds the drafts, or leave --outbox out"
                    .formatted(Quoted.shorten(outbox)));
        }
        return of(invocation, key);
    }

    private Outbox of(Invocation invocation, KeyWrapper key) {
        Path folder = outbox == null
                ? invocation.ledger().outbox(invocation.surroundings().workingDirectory())
                : FilePath.of(outbox, invocation);
        return new Outbox(folder, key);
    }
}
