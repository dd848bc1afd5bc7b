package org.incidentledger.cli.publication;

import picocli.CommandLine.Option;

/** The option of a command that replaces a title. */
public final class CorrectedTitle {
    @Option(names = "--title", required = true, paramLabel = "TEXT", description = "The title as it should be.")
    String title = "";

    /** The title that is given. */
    public String title() {
        return title;
    }
}
