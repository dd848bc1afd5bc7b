package org.incidentledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TlogException;

/** A signed note in a file of its own, which need not be there. */
record NoteFile(Path path) {
    /**
     * The note; empty when there is no file.
     *
     * @param remedy what to do when the file is damaged, for the message of the exception
     */
    Optional<SignedNote> read(String remedy) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SignedNote.parse(Files.readAllBytes(path)));
        } catch (TlogException.Malformed e) {
            throw new IOException("%s is damaged (%s); %s".formatted(path, e.getMessage(), remedy), e);
        }
    }

    /** Replaces the file, see {@link DurableFile#write}. */
    void write(SignedNote note) throws IOException {
        DurableFile.write(path, note.format().getBytes(UTF_8));
    }
}
