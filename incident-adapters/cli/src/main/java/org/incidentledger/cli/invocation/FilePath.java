package org.incidentledger.cli.invocation;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.incidentledger.core.vocabulary.Quoted;

/** Paths as they are given on the command line. */
public final class FilePath {
    private FilePath() {}

    /**
     * A path relative to the working directory.
     *
     * @throws Failure as bad input when it is none
     */
    public static Path of(String text, Invocation invocation) {
        try {
            return invocation.surroundings().workingDirectory().resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw Failure.badInput(
                    "'%s' is no path (%s); name another".formatted(Quoted.shorten(text), e.getReason()), e);
        }
    }
}
