package org.incidentledger.ledger.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;

/**
 * A record as bytes, all integers big-endian: mark, length and CRC-32C of the body, 4 bytes each; then the body: position (8), number
 * of entries (4), then each entry and the note, each with its length (4) before it. A record with an attachment has another mark, and
 * the attachment, with its length before it, after the note.
 */
final class Frame {
    static final int HEADER_BYTES = 12;

    /** Room for the largest group: 256 appends of 1,000 entries of 64 KiB would be more, so a longer frame is damage. */
    static final int BODY_BYTES_MAX = Integer.MAX_VALUE / 2;

    /** "ILJ1" in ASCII; never zero, so that a file's unused end is no frame. */
    static final int MARK = 0x494C4A31;

    /** "ILJ2": the same with an attachment. */
    static final int MARK_ATTACHED = 0x494C4A32;

    private static final int FIXED_BYTES = Long.BYTES + Integer.BYTES;

    private Frame() {}

    static ByteBuffer write(JournalRecord record) {
        byte[] note = record.checkpoint().note().getBytes(UTF_8);
        int body = bodyBytes(record, note.length);
        ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + body).position(HEADER_BYTES);
        frame.putLong(record.position()).putInt(record.entries().size());
        record.entries().forEach(entry -> put(frame, entry.bytes()));
        put(frame, note);
        if (!record.attachment().isEmpty()) {
            put(frame, record.attachment().bytes());
        }
        frame.putInt(0, record.attachment().isEmpty() ? MARK : MARK_ATTACHED)
                .putInt(Integer.BYTES, body)
                .putInt(2 * Integer.BYTES, checksum(frame, body));
        return frame.flip();
    }

    private static int bodyBytes(JournalRecord record, int noteBytes) {
        long bytes = FIXED_BYTES + Integer.BYTES + (long) noteBytes;
        for (StoredEntry entry : record.entries()) {
            bytes += Integer.BYTES + entry.bytes().length;
        }
        if (!record.attachment().isEmpty()) {
            bytes += Integer.BYTES + record.attachment().bytes().length;
        }
        if (bytes > BODY_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "a group of %d bytes does not fit the journal, which takes %d".formatted(bytes, BODY_BYTES_MAX));
        }
        return (int) bytes;
    }

    /** The length of the body that a header announces; empty when these bytes are no header. */
    static Optional<Integer> bodyBytes(ByteBuffer header) {
        int announced = header.getInt(Integer.BYTES);
        boolean marked = header.getInt(0) == MARK || header.getInt(0) == MARK_ATTACHED;
        boolean possible = marked && announced > FIXED_BYTES && announced <= BODY_BYTES_MAX;
        return possible ? Optional.of(announced) : Optional.empty();
    }

    /** Reads a whole frame; empty when its bytes are not those that were written. */
    static Optional<JournalRecord> read(ByteBuffer frame) {
        return isWhole(frame) ? Optional.of(decode(frame)) : Optional.empty();
    }

    /** Whether the bytes of a frame are those that were written. */
    static boolean isWhole(ByteBuffer frame) {
        return frame.getInt(2 * Integer.BYTES) == checksum(frame, frame.getInt(Integer.BYTES));
    }

    /** The position of the first entry of a whole frame. */
    static long position(ByteBuffer frame) {
        return frame.getLong(HEADER_BYTES);
    }

    /** The position after its last entry. */
    static long size(ByteBuffer frame) {
        return position(frame) + frame.getInt(HEADER_BYTES + Long.BYTES);
    }

    /** The record in a whole frame. */
    static JournalRecord decode(ByteBuffer frame) {
        frame.position(HEADER_BYTES);
        long position = frame.getLong();
        int count = frame.getInt();
        List<StoredEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(new StoredEntry(position + i, bytes(frame, Limits.ENTRY_BYTES)));
        }
        String note = new String(bytes(frame, BODY_BYTES_MAX), UTF_8);
        SignedCheckpoint checkpoint = new SignedCheckpoint(position + count, note);
        return frame.getInt(0) == MARK
                ? new JournalRecord(entries, checkpoint)
                : new JournalRecord(entries, checkpoint, new Attachment(bytes(frame, BODY_BYTES_MAX)));
    }

    private static void put(ByteBuffer frame, byte[] bytes) {
        frame.putInt(bytes.length).put(bytes);
    }

    private static byte[] bytes(ByteBuffer frame, int max) {
        int length = frame.getInt();
        if (length < 0 || length > Math.min(max, frame.remaining())) {
            throw new IllegalArgumentException("a length of %d bytes under a matching checksum".formatted(length));
        }
        byte[] bytes = new byte[length];
        frame.get(bytes);
        return bytes;
    }

    private static int checksum(ByteBuffer frame, int body) {
        CRC32C checksum = new CRC32C();
        checksum.update(frame.slice(HEADER_BYTES, body));
        return (int) checksum.getValue();
    }
}
