package org.incidentledger.cli.publication;

import org.incidentledger.cli.invocation.BoundedText;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.cli.invocation.ShortIds;
import org.incidentledger.cli.invocation.WriteOptions;
import org.incidentledger.core.publication.UpdateId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that posts an update. */
public final class NewUpdate {
    @Option(names = "--text", paramLabel = "TEXT", description = "Up to 10,000 characters, '-' for standard input.")
    @Nullable
    String text;

    @Mixin
    TextFileOption textFile = new TextFileOption();

    @Option(names = "--update", paramLabel = "ID", description = "The id of the update (default: made up).")
    @Nullable
    String update;

    /** The id that is given, or one that belongs to the command. */
    public UpdateId id(WriteOptions write) {
        return new UpdateId(update == null ? ShortIds.of("update", write.commandId()) : update);
    }

    /** The text that is given. */
    public String text(Invocation invocation) {
        return BoundedText.required("text", text, textFile.file, invocation.surroundings());
    }

    /** What is said when the command is accepted. */
    public <C> Sending<C> sending(C command, WriteOptions write) {
        String id = id(write).value();
        return Sending.of(command, "update %s posted".formatted(id), "update", id);
    }
}
