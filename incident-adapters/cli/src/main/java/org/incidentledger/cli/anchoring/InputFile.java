package org.incidentledger.cli.anchoring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.FilePath;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.core.vocabulary.Quoted;

/** Files that commands are given, byte by byte. */
final class InputFile {
    private static final int MAX_BYTES = 1 << 20;

    private InputFile() {}

    /** @throws Failure as bad input when there is no such file or it has more than 1 MiB */
    static byte[] read(String file, Invocation invocation) throws IOException {
        try (InputStream in = Files.newInputStream(FilePath.of(file, invocation))) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw Failure.badInput(
                        "%s has more than %,d bytes; name another file".formatted(Quoted.shorten(file), MAX_BYTES));
            }
            return content;
        } catch (NoSuchFileException e) {
            throw Failure.badInput("there is no file %s; check the path".formatted(Quoted.shorten(file)), e);
        }
    }
}
