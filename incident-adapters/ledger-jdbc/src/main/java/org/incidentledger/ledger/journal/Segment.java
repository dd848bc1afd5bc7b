package org.incidentledger.ledger.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.incidentledger.ledger.files.OwnerOnly;
import org.incidentledger.ledger.journal.JournalException.Damaged;
import org.incidentledger.ledger.journal.JournalException.Uncertain;

/** One file of a journal: a header, frames one after the other, then zeros that were written ahead. For use by one thread. */
final class Segment implements AutoCloseable {
    private static final byte[] HEADER = "incident-ledger journal 1\n".getBytes(US_ASCII);

    /** Forcing a write into bytes that lie on disk already takes a fraction of the time that extending a file takes. */
    private static final int AHEAD_BYTES = 1 << 20;

    private static final int READ_BYTES = 1 << 20;

    private static final Set<StandardOpenOption> OPTIONS =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private final FileChannel channel;
    private final long first;
    private long end = HEADER.length;
    private long lastFrame = -1;

    private Segment(FileChannel channel, long first) {
        this.channel = channel;
        this.first = first;
    }

    /** Opens a file, or makes it; {@link #findEnd} comes before anything else. */
    static Segment open(ChannelOpener opener, Path file, long first) throws IOException {
        Segment segment = new Segment(opener.open(file, OPTIONS, OwnerOnly.file(file)), first);
        try {
            segment.requireHeader(file);
        } catch (IOException e) {
            segment.close();
            throw e;
        }
        return segment;
    }

    private void requireHeader(Path file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER.length);
        if (channel.size() < HEADER.length) {
            // A crash while the file was made: nothing was ever acknowledged out of it.
            writeFully(ByteBuffer.wrap(HEADER), 0);
            channel.force(true);
        } else if (!Arrays.equals(readFully(header, 0).array(), HEADER)) {
            throw new Damaged(first, "%s is no journal of this library".formatted(file.getFileName()));
        }
    }

    /** The position of the first entry. */
    long first() {
        return first;
    }

    long bytes() {
        return end;
    }

    /** Finds the end, and the last record, which alone is decoded; the others are found to be whole, and to be in order. */
    Optional<JournalRecord> findEnd() throws IOException {
        ByteBuffer content = walk(frame -> {});
        int from = (int) (lastFrame - HEADER.length);
        return lastFrame < 0
                ? Optional.empty()
                : Optional.of(Frame.decode(content.slice(from, (int) (end - lastFrame))));
    }

    /** Hands over every record from the beginning and finds the end. */
    void scan(RecordSink sink) throws IOException {
        walk(frame -> sink.accept(Frame.decode(frame)));
    }

    private ByteBuffer walk(FrameSink sink) throws IOException {
        end = HEADER.length;
        lastFrame = -1;
        long expected = first;
        ByteBuffer content = content();
        for (Optional<ByteBuffer> next = next(content); next.isPresent(); next = next(content)) {
            ByteBuffer frame = next.get();
            if (Frame.position(frame) != expected) {
                throw new Damaged(expected, "the journal goes on at position %d".formatted(Frame.position(frame)));
            }
            expected = Frame.size(frame);
            sink.accept(frame);
            lastFrame = end;
            end = HEADER.length + (long) content.position();
        }
        return content;
    }

    @FunctionalInterface
    private interface FrameSink {
        void accept(ByteBuffer frame) throws IOException;
    }

    /**
     * Takes away what a crash left of a record that was never acknowledged. Each record is forced before the next is written, so
     * that a readable one behind an unreadable one is no such rest.
     *
     * @throws Damaged when there is one
     */
    void clearTornEnd(long next) throws IOException {
        byte[] rest = readFully(ByteBuffer.allocate((int) (channel.size() - end)), end)
                .array();
        int written = rest.length;
        while (written > 0 && rest[written - 1] == 0) {
            written--;
        }
        for (int i = 1; i <= written - Frame.HEADER_BYTES; i++) {
            if (isFrame(ByteBuffer.wrap(rest, i, rest.length - i).slice())) {
                throw new Damaged(
                        next, "a record of the journal cannot be read and the one after it can: the file was damaged");
            }
        }
        if (written > 0) {
            zero(end, written);
            channel.force(false);
        }
    }

    private static boolean isFrame(ByteBuffer bytes) {
        Optional<Integer> body = Frame.bodyBytes(bytes);
        if (body.isEmpty() || body.get() > bytes.remaining() - Frame.HEADER_BYTES) {
            return false;
        }
        return Frame.read(bytes).isPresent();
    }

    /**
     * Writes a record and forces it to disk.
     *
     * @throws Uncertain when it may be there after a crash all the same; any other {@link IOException} means that it is not
     */
    void append(JournalRecord record) throws IOException {
        ByteBuffer frame = Frame.write(record);
        int length = frame.remaining();
        writeAhead(length);
        try {
            writeFully(frame, end);
        } catch (IOException e) {
            erase(length, e);
            throw e;
        }
        force();
        lastFrame = end;
        end += length;
    }

    /**
     * Takes the last record back, which nobody was told of.
     *
     * @throws Uncertain when it may be there after a crash all the same
     */
    void removeLast() throws IOException {
        if (lastFrame < 0) {
            throw new IllegalStateException("the last record was removed already, or is in an earlier segment");
        }
        int length = (int) (end - lastFrame);
        end = lastFrame;
        lastFrame = -1;
        erase(length, new IOException("a record of the journal could not be taken back"));
    }

    /**
     * Copies every record into a new file, with what is attached to it rewritten, and forces it to disk.
     *
     * @return whether any record became another; if none did, the new file is not whole and is of no use
     */
    boolean copy(ChannelOpener opener, Path file, Journal.Rewriter rewriter) throws IOException {
        Files.deleteIfExists(file);
        boolean[] changed = new boolean[1];
        try (Segment copy = Segment.open(opener, file, first)) {
            scan(record -> {
                Attachment attachment = rewriter.rewrite(record);
                changed[0] |= attachment != record.attachment();
                ByteBuffer frame = Frame.write(new JournalRecord(record.entries(), record.checkpoint(), attachment));
                copy.writeFully(frame, copy.end);
                copy.end += frame.limit();
            });
            if (changed[0]) {
                copy.channel.force(true);
            }
        }
        return changed[0];
    }

    private void erase(int length, IOException because) throws Uncertain {
        try {
            zero(end, length);
            channel.force(false);
        } catch (IOException e) {
            because.addSuppressed(e);
            throw new Uncertain(because);
        }
    }

    private void force() throws Uncertain {
        try {
            channel.force(false);
        } catch (IOException e) {
            // An operating system that failed to write may have dropped what it had; trying again would prove nothing.
            throw new Uncertain(e);
        }
    }

    private void writeAhead(int length) throws IOException {
        long size = channel.size();
        if (end + length > size) {
            zero(size, (int) (end + length - size) + AHEAD_BYTES);
            channel.force(true);
        }
    }

    private void zero(long offset, int length) throws IOException {
        writeFully(ByteBuffer.allocate(length), offset);
    }

    /** Everything behind the header, in few reads: one for each of thousands of records would take most of an opening. */
    private ByteBuffer content() throws IOException {
        int length = (int) (channel.size() - HEADER.length);
        ByteBuffer content = ByteBuffer.allocate(length);
        for (int at = 0; at < length; at += READ_BYTES) {
            readFully(content.slice(at, Math.min(READ_BYTES, length - at)), HEADER.length + (long) at);
        }
        return content;
    }

    /** The frame at the position of these bytes, which then is behind it; empty when there is no whole one. */
    private static Optional<ByteBuffer> next(ByteBuffer bytes) {
        if (bytes.remaining() < Frame.HEADER_BYTES) {
            return Optional.empty();
        }
        Optional<Integer> body = Frame.bodyBytes(bytes.slice());
        if (body.isEmpty() || body.get() > bytes.remaining() - Frame.HEADER_BYTES) {
            return Optional.empty();
        }
        int length = Frame.HEADER_BYTES + body.get();
        ByteBuffer frame = bytes.slice(bytes.position(), length);
        if (!Frame.isWhole(frame)) {
            return Optional.empty();
        }
        bytes.position(bytes.position() + length);
        return Optional.of(frame);
    }

    private ByteBuffer readFully(ByteBuffer into, long offset) throws IOException {
        long at = offset;
        while (into.hasRemaining()) {
            int read = channel.read(into, at);
            if (read < 0) {
                throw new EOFException("the journal became shorter while it was read");
            }
            at += read;
        }
        return into.flip();
    }

    private void writeFully(ByteBuffer bytes, long offset) throws IOException {
        long at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
