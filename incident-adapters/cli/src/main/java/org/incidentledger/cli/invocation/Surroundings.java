package org.incidentledger.cli.invocation;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a run of the command line finds around it.
 *
 * @param out UTF-8; what was asked for
 * @param err UTF-8; one line when something is wrong, and progress
 * @param workingDirectory against which relative paths are resolved
 * @param user the name by which the operating system knows whoever runs this
 * @param errIsTerminal whether somebody watches {@code err}
 */
public record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Clock clock,
        Path workingDirectory,
        String user,
        boolean errIsTerminal) {

    /** The process that we are. */
    public static Surroundings ofProcess() {
        return new Surroundings(
                System.in,
                new PrintStream(System.out, false, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                Clock.systemUTC(),
                Path.of("").toAbsolutePath(),
                System.getProperty("user.name", ""),
                "true".equals(System.getenv("INCIDENT_STDERR_IS_TERMINAL")));
    }

    /** The same, writing elsewhere. */
    public Surroundings writingTo(PrintStream otherOut, PrintStream otherErr) {
        return new Surroundings(in, otherOut, otherErr, clock, workingDirectory, user, false);
    }
}
