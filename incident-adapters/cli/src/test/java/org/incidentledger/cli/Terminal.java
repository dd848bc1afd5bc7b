package org.incidentledger.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.incidentledger.cli.invocation.Surroundings;

/** Runs commands in this process, in a folder of their own, and keeps what they print. */
final class Terminal {
    private final Path folder;
    private Clock clock = Clock.systemUTC();
    private InputStream in = InputStream.nullInputStream();

    Terminal(Path folder) {
        this.folder = folder;
    }

    Terminal at(Clock other) {
        clock = other;
        return this;
    }

    Terminal typing(String text) {
        return typing(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    Terminal typing(InputStream other) {
        in = other;
        return this;
    }

    Path folder() {
        return folder;
    }

    /** Runs {@code incident} with the arguments. */
    Printed run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = IncidentCommandLine.run(
                new Surroundings(
                        in,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        clock,
                        folder,
                        "Ana Example",
                        false),
                args);
        return new Printed(
                List.of(args), exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs it, and fails unless it was done. */
    Printed done(String... args) {
        Printed printed = run(args);
        if (printed.exitCode() != 0) {
            throw new AssertionError(printed);
        }
        return printed;
    }

    /** The same with the arguments as one line, as a shell would split it. */
    Printed does(String line) {
        return done(DemoScene.words(line).toArray(String[]::new));
    }

    /** What a command printed, and how it ended. */
    record Printed(List<String> args, int exitCode, String out, String err) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (JsonProcessingException e) {
                throw new AssertionError(this.toString(), e);
            }
        }
    }
}
