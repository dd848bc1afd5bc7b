package org.incidentledger.cli.publication;

import org.incidentledger.cli.invocation.BoundedText;
import org.incidentledger.cli.invocation.Invocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that replaces the text of an update. */
public final class CorrectedText {
    @Option(names = "--text", paramLabel = "TEXT", description = "The text as it should be, '-' for standard input.")
    @Nullable
    String text;

    @Mixin
    TextFileOption textFile = new TextFileOption();

    /** The text that is given. */
    public String text(Invocation invocation) {
        return BoundedText.required("text", text, textFile.file, invocation.surroundings());
    }
}
