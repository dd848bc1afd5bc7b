package org.incidentledger.cli.publication;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a text comes from that is not on the command line. */
final class TextFileOption {
    @Option(names = "--text-file", paramLabel = "FILE", description = "The text from a file, '-' for standard input.")
    @Nullable
    String file;
}
