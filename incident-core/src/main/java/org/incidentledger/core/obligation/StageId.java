package org.incidentledger.core.obligation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.incidentledger.core.vocabulary.Identifier;

/** Names one stage of one notification regime, such as {@code eu-gdpr-33-1-authority}. */
public record StageId(String value) implements Comparable<StageId> {
    private static final Set<StageId> STATUTORY = read();

    /** @throws org.incidentledger.core.vocabulary.InvalidValueException unless it is a valid identifier */
    public StageId {
        Identifier.require("stage of a notification regime", value);
    }

    /** The stages of the statutory, contractual and voluntary regimes known as of November 2026. */
    public static Set<StageId> statutory() {
        return STATUTORY;
    }

    @Override
    public int compareTo(StageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static Set<StageId> read() {
        try (InputStream bytes = Objects.requireNonNull(StageId.class.getResourceAsStream("stages.txt"), "stages.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return lines.lines().map(StageId::new).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the list of notification stages cannot be read from the jar", e);
        }
    }
}
