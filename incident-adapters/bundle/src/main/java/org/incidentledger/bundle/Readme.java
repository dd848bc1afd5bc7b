package org.incidentledger.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.incidentledger.core.tlog.VerifierKey;

/** The words that lie beside the files. */
final class Readme {
    private Readme() {}

    static String text(VerifierKey key, long size) {
        try (InputStream in = Objects.requireNonNull(Readme.class.getResourceAsStream("README.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{ledger}", key.name())
                    .replace("{size}", Long.toString(size))
                    .replace("{key}", key.text());
        } catch (IOException e) {
            throw new UncheckedIOException("the text for README cannot be read from the class path", e);
        }
    }
}
