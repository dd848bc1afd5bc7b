package org.incidentledger.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.sealing.Envelope;
import org.incidentledger.sealing.KeyWrapper;

/** Drafts as files: those whose names end in {@code .sealed} are encrypted, all others are what people read. */
final class DraftFiles {
    static final String SEALED = ".sealed";

    private static final String PART = ".part";
    private static final byte[] CONTEXT = "incident-ledger draft".getBytes(UTF_8);

    private final KeyWrapper key;
    private final Envelope envelope;

    DraftFiles(KeyWrapper key) {
        this.key = key;
        this.envelope = new Envelope(key);
    }

    /** Whether it is what a delivery left behind that was cut short. */
    static boolean isPart(Path file) {
        return file.toString().endsWith(PART);
    }

    static boolean isSealed(Path file) {
        return file.toString().endsWith(SEALED) || file.toString().endsWith(SEALED + PART);
    }

    /** @throws LedgerException.Unavailable when it is sealed and cannot be opened */
    byte[] read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return isSealed(file) ? envelope.open(bytes, CONTEXT) : bytes;
        } catch (LedgerException.Unavailable e) {
            throw new LedgerException.Unavailable(
                    "%s is sealed, and %s; or delete that draft".formatted(file, e.getMessage()), e);
        } catch (GeneralSecurityException e) {
            // Without the cause: nothing that was encrypted may get into a message.
            throw new LedgerException.Unavailable(
                    "%s is not whole, or %s has not sealed it: put the right key back, or delete that draft"
                            .formatted(file, key),
                    null);
        }
    }

    /** Writes a draft whole or not at all. */
    void write(Path file, byte[] draft) throws IOException, GeneralSecurityException {
        byte[] bytes = isSealed(file) ? envelope.close(draft, CONTEXT) : draft;
        Path parent = Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Path temporary = Files.createTempFile(parent, ".draft-", isSealed(file) ? SEALED + PART : PART);
        try {
            force(temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void force(Path file, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
    }
}
