package org.incidentledger.cli.invocation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.incidentledger.core.vocabulary.Quoted;
import org.jspecify.annotations.Nullable;

/** Texts that are given with a command, on the command line, in a file or on standard input; never more than 1 MiB. */
public final class BoundedText {
    /** More bytes than this are not read: no text of the domain is nearly as long. */
    public static final int MAX_BYTES = 1 << 20;

    private BoundedText() {}

    /**
     * The text given by {@code --name} or {@code --name-file}; {@code -} is standard input. Line breaks at its end are dropped
     * when it comes from a file.
     *
     * @param name of the option, without hyphens
     * @throws Failure unless exactly one of them is given and can be read as UTF-8 within the limit
     */
    public static String required(
            String name, @Nullable String direct, @Nullable String file, Surroundings surroundings) {
        String text = optional(name, direct, file, surroundings);
        if (text == null) {
            throw Failure.badInput("no %s is given; use --%s TEXT or --%s-file FILE ('-' is standard input)"
                    .formatted(name, name, name));
        }
        return text;
    }

    /** The same for a text that may be left out. */
    public static @Nullable String optional(
            String name, @Nullable String direct, @Nullable String file, Surroundings surroundings) {
        if (direct != null && file != null) {
            throw Failure.badInput("--%s and --%s-file are both given; use one of them".formatted(name, name));
        }
        if (file != null) {
            return read(file, surroundings);
        }
        return "-".equals(direct) ? read("-", surroundings) : direct;
    }

    /** The content of a file, or of standard input for {@code -}. */
    public static String read(String file, Surroundings surroundings) {
        try {
            if (file.equals("-")) {
                return decode("standard input", surroundings.in().readNBytes(MAX_BYTES + 1));
            }
            Path path = surroundings.workingDirectory().resolve(file);
            try (InputStream bytes = Files.newInputStream(path)) {
                return decode(file, bytes.readNBytes(MAX_BYTES + 1));
            }
        } catch (NoSuchFileException e) {
            throw Failure.badInput("there is no file %s; check the path".formatted(Quoted.shorten(file)), e);
        } catch (IOException e) {
            throw Failure.badInput(
                    "%s cannot be read (%s); check the path and its permissions"
                            .formatted(Quoted.shorten(file), e.getMessage()),
                    e);
        }
    }

    private static String decode(String source, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw Failure.badInput("%s has more than %,d bytes, the limit for a text; shorten it"
                    .formatted(Quoted.shorten(source), MAX_BYTES));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.replaceFirst("[\\r\\n]+\\z", "");
        } catch (CharacterCodingException e) {
            throw Failure.badInput("%s is not UTF-8 text; convert it".formatted(Quoted.shorten(source)), e);
        }
    }
}
