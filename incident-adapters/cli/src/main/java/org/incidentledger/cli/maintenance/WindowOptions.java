package org.incidentledger.cli.maintenance;

import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.core.maintenance.Window;
import picocli.CommandLine.Option;

/** The options of a command that says when the work is done. */
final class WindowOptions {
    @Option(names = "--from", required = true, paramLabel = "INSTANT", description = "When the work begins.")
    String from = "";

    @Option(names = "--until", required = true, paramLabel = "INSTANT", description = "When it ends.")
    String until = "";

    Window window(Invocation invocation) {
        return new Window(invocation.instant("--from", from), invocation.instant("--until", until));
    }
}
