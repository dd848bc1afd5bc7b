package org.incidentledger.ledger.jdbc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.Ciphertext;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;

/** The steps of a group as bytes, for the journal. Each begins with one byte that says what it is; integers are big-endian. */
final class SealedSteps {
    private static final int PUT_KEY = 1;
    private static final int PUT_VALUE = 2;
    private static final int REMOVE = 3;

    private SealedSteps() {}

    /** No bytes when there are no steps. */
    static byte[] write(List<SealedStep> steps) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (SealedStep step : steps) {
                write(out, step);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, SealedStep step) throws IOException {
        switch (step) {
            case SealedStep.PutKey put -> {
                out.writeByte(PUT_KEY);
                write(out, put.key().id());
                out.writeUTF(put.key().subject().value());
                write(out, put.key().wrapped());
            }
            case SealedStep.PutValue put -> {
                out.writeByte(PUT_VALUE);
                write(out, put.value().id());
                out.writeUTF(put.value().subject().value());
                write(out, put.value().key());
                out.writeLong(put.value().position());
                write(out, put.value().content());
            }
            case SealedStep.Remove remove -> {
                out.writeByte(REMOVE);
                out.writeUTF(remove.subject().value());
                out.writeInt(remove.values().size());
                for (UUID value : remove.values()) {
                    write(out, value);
                }
            }
        }
    }

    /** @throws IOException when these are not the bytes of steps */
    static List<SealedStep> read(byte[] bytes) throws IOException {
        List<SealedStep> steps = new ArrayList<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        while (in.available() > 0) {
            steps.add(readStep(in));
        }
        return steps;
    }

    private static SealedStep readStep(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case PUT_KEY ->
                new SealedStep.PutKey(new WrappedKey(readId(in), new ActorRef(in.readUTF()), readCiphertext(in)));
            case PUT_VALUE ->
                new SealedStep.PutValue(new EncryptedValue(
                        readId(in), new ActorRef(in.readUTF()), readId(in), in.readLong(), readCiphertext(in)));
            case REMOVE -> {
                ActorRef subject = new ActorRef(in.readUTF());
                int count = in.readInt();
                List<UUID> values = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    values.add(readId(in));
                }
                yield new SealedStep.Remove(subject, values);
            }
            default -> throw new IOException("a step of the journal is of the unknown kind " + kind);
        };
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID readId(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private static void write(DataOutputStream out, Ciphertext content) throws IOException {
        out.writeInt(content.bytes().length);
        out.write(content.bytes());
    }

    private static Ciphertext readCiphertext(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a step of the journal has a value of %d bytes".formatted(length));
        }
        return new Ciphertext(in.readNBytes(length));
    }
}
