package org.incidentledger.cli.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.LedgerPlace;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Verifier keys as options and files give them. */
final class KeyText {
    private static final String FILE = "ledger.vkey";

    private KeyText() {}

    /** The key that an option names. @throws Failure when it is none */
    static VerifierKey parse(String text) {
        try {
            return VerifierKey.parse(text.strip());
        } catch (TlogException e) {
            throw Failure.badInput("--key: " + e.getMessage(), e);
        }
    }

    /** The key that an option names, or else the one that lies beside the ledger. */
    static VerifierKey orOfLedger(@Nullable String text, Invocation invocation) {
        return text == null ? ofLedger(invocation) : parse(text);
    }

    /** The key that signs now, as the ledger's own folder says. */
    static VerifierKey ofLedger(Invocation invocation) {
        Path file = folder(invocation.ledger()).resolve(FILE);
        try {
            return parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw Failure.badInput(
                    "there is no %s, so the ledger's key is not known; give it with --key VKEY".formatted(file), e);
        } catch (IOException e) {
            throw Failure.storage("%s cannot be read (%s)".formatted(file, e.getMessage()), e);
        }
    }

    private static Path folder(LedgerPlace place) {
        return switch (place) {
            case LedgerPlace.Folder folder -> folder.path();
            case LedgerPlace.Database database -> database.keys();
        };
    }
}
