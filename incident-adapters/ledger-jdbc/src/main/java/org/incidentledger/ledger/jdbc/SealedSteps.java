package org.incidentledger.ledger.jdbc;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.Ciphertext;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;

/** The steps of a group as bytes, for the journal. Each begins with one byte that says what it is; integers are big-endian. */
final class SealedSteps {
    private static final byte PUT_KEY = 1;
    private static final byte PUT_VALUE = 2;
    private static final byte REMOVE = 3;

    private static final int ID = 2 * Long.BYTES;

    private SealedSteps() {}

    /** No bytes when there are no steps. */
    static byte[] write(List<SealedStep> steps) {
        int length = 0;
        for (SealedStep step : steps) {
            length += length(step);
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        for (SealedStep step : steps) {
            write(out, step);
        }
        return out.array();
    }

    /** One byte for each character of a reference: it is ASCII. */
    private static int length(SealedStep step) {
        return switch (step) {
            case SealedStep.PutKey put ->
                1 + ID + length(put.key().subject()) + length(put.key().wrapped());
            case SealedStep.PutValue put ->
                1
                        + ID
                        + length(put.value().subject())
                        + ID
                        + Long.BYTES
                        + length(put.value().content());
            case SealedStep.Remove remove ->
                1
                        + length(remove.subject())
                        + Integer.BYTES
                        + ID * remove.values().size();
        };
    }

    private static int length(ActorRef subject) {
        return Short.BYTES + subject.value().length();
    }

    private static int length(Ciphertext content) {
        return Integer.BYTES + content.bytes().length;
    }

    private static void write(ByteBuffer out, SealedStep step) {
        switch (step) {
            case SealedStep.PutKey put -> {
                write(out.put(PUT_KEY), put.key().id());
                write(out, put.key().subject());
                write(out, put.key().wrapped());
            }
            case SealedStep.PutValue put -> {
                write(out.put(PUT_VALUE), put.value().id());
                write(out, put.value().subject());
                write(out, put.value().key());
                write(out.putLong(put.value().position()), put.value().content());
            }
            case SealedStep.Remove remove -> {
                write(out.put(REMOVE), remove.subject());
                out.putInt(remove.values().size());
                remove.values().forEach(value -> write(out, value));
            }
        }
    }

    private static void write(ByteBuffer out, UUID id) {
        out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static void write(ByteBuffer out, ActorRef subject) {
        out.putShort((short) subject.value().length());
        out.put(subject.value().getBytes(StandardCharsets.US_ASCII));
    }

    private static void write(ByteBuffer out, Ciphertext content) {
        out.putInt(content.bytes().length).put(content.bytes());
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

    private static UUID readId(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private static Ciphertext readCiphertext(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a step of the journal has a value of %d bytes".formatted(length));
        }
        return new Ciphertext(in.readNBytes(length));
    }
}
