package org.incidentledger.cli.anchoring;

import java.nio.file.Path;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.LedgerPlace;

/** Where the anchors of a ledger are kept. */
final class AnchorPlace {
    private AnchorPlace() {}

    /** The folder of the ledger; the working directory when it lies in a database. */
    static Path of(Invocation invocation) {
        return switch (invocation.ledger()) {
            case LedgerPlace.Folder folder -> folder.path();
            case LedgerPlace.Database database -> invocation.surroundings().workingDirectory();
            case LedgerPlace.Postgres postgres -> invocation.surroundings().workingDirectory();
        };
    }
}
