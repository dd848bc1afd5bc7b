package org.incidentledger.cli.publication;

import java.time.Instant;
import org.incidentledger.cli.invocation.Invocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of a command that posts an update under another time. */
public final class DisplayOption {
    @Option(
            names = "--display-at",
            paramLabel = "INSTANT",
            description = "The instant that the page shows (default: when it occurred).")
    @Nullable
    String displayAt;

    /** The instant that is given, if any. */
    public @Nullable Instant instant(Invocation invocation) {
        return displayAt == null ? null : invocation.instant("--display-at", displayAt);
    }
}
