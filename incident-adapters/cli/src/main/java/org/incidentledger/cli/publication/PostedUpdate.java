package org.incidentledger.cli.publication;

import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.core.publication.UpdateId;
import picocli.CommandLine.Option;

/** The option of a command about an update that was posted. */
public final class PostedUpdate {
    @Option(names = "--update", required = true, paramLabel = "ID", description = "The update that is meant.")
    String update = "";

    /** The update that is meant. */
    public UpdateId id() {
        return new UpdateId(update);
    }

    /** @param done what was done with the update, such as {@code corrected} */
    public <C> Sending<C> sending(C command, String done) {
        return Sending.of(command, "update %s %s".formatted(update, done), "update", update);
    }
}
