package org.incidentledger.ledger.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** What an error of the file system means for an operator. */
public final class FileTrouble {
    private FileTrouble() {}

    /**
     * One line: what is wrong and what to do, as far as it can be told. The operating system's own words come in the operator's
     * language: they are passed on where they are not known.
     */
    public static String meaning(IOException error) {
        String said = firstLine(error);
        if (said.contains("No space left")) {
            return "the disk is full; free some space and try again";
        }
        if (said.contains("Read-only file system")) {
            return "the disk can only be read; use a place that can be written";
        }
        String file = error instanceof FileSystemException system ? system.getFile() : null;
        return error instanceof AccessDeniedException
                ? "permission denied for %s; let this user read and write it".formatted(file)
                : said;
    }

    /** The first line of an error's message, or its kind. */
    public static String firstLine(Throwable error) {
        String message = error.getMessage();
        return message == null
                ? error.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
