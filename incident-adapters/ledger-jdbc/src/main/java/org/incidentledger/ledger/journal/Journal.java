package org.incidentledger.ledger.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.ledger.files.OwnerOnly;
import org.incidentledger.ledger.journal.JournalException.Damaged;
import org.incidentledger.ledger.journal.JournalException.Uncertain;
import org.jspecify.annotations.Nullable;

/**
 * The last groups of appends, each forced to disk as one record: what makes an append durable, whatever becomes of the database
 * beside it. It is kept in segments; whoever writes says when the database holds the older ones for certain.
 *
 * <p>For use by one thread at a time, and one process: the lock of the database beside it keeps others out.
 */
public final class Journal implements AutoCloseable {
    private static final long SEGMENT_BYTES = 16L << 20;

    private static final String PREFIX = "journal-";

    /** Behind the name of a file that is about to replace one. */
    private static final String NEXT = ".next";

    private static final String TRACES = "erasure-unfinished";

    private final Path directory;
    private final ChannelOpener opener;
    private final List<Segment> segments = new ArrayList<>();
    private @Nullable SignedCheckpoint last;

    private Journal(Path directory, ChannelOpener opener) {
        this.directory = directory;
        this.opener = opener;
    }

    /**
     * Opens the journal of a directory, with or without records.
     *
     * @throws Damaged when its records contradict each other; a record that a crash cut off is taken away without a word, since
     *     nobody was told of it
     */
    public static Journal open(Path directory) throws IOException {
        return open(directory, FileChannel::open);
    }

    /** The same, with files that are opened in another way. */
    public static Journal open(Path directory, ChannelOpener opener) throws IOException {
        Journal journal = new Journal(directory, opener);
        try {
            removeUnfinished(directory);
            for (Path file : files(directory)) {
                journal.segments.add(Segment.open(opener, file, first(file)));
            }
            journal.findEnd();
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
        return journal;
    }

    /** The checkpoint of the last record; empty when there is no record. */
    public Optional<SignedCheckpoint> last() {
        return Optional.ofNullable(last);
    }

    /** The position of the first entry that is still here; empty when there is no record. */
    public Optional<Long> first() {
        return last == null ? Optional.empty() : Optional.of(segments.getFirst().first());
    }

    /** Hands over the records that hold entries from a position on, in order. */
    public void read(long fromPosition, RecordSink sink) throws IOException {
        if (last == null || last.size() <= fromPosition) {
            return;
        }
        for (int i = 0; i < segments.size(); i++) {
            boolean needed = i + 1 == segments.size() || segments.get(i + 1).first() > fromPosition;
            if (needed) {
                segments.get(i).scan(record -> {
                    if (record.checkpoint().size() > fromPosition) {
                        sink.accept(record);
                    }
                });
            }
        }
    }

    /**
     * Writes a record behind the last one and forces it to disk.
     *
     * @throws Uncertain when it may be there after a crash all the same; any other {@link IOException} means that it is not
     * @throws IllegalArgumentException when it does not continue the last one
     */
    public void append(JournalRecord record) throws IOException {
        if (last != null && last.size() != record.position()) {
            throw new IllegalArgumentException(
                    "position %d does not follow %d".formatted(record.position(), last.size() - 1));
        }
        if (segments.isEmpty()) {
            addSegment(record.position());
        }
        segments.getLast().append(record);
        last = record.checkpoint();
    }

    /**
     * Takes the last record back, which nobody was told of.
     *
     * @param before the checkpoint that was the last before it
     * @throws Uncertain when it may be there after a crash all the same
     */
    public void removeLast(SignedCheckpoint before) throws IOException {
        segments.getLast().removeLast();
        last = before;
    }

    /** Whether the database should be forced to disk, and a new segment be started. */
    public boolean isSegmentFull() {
        return !segments.isEmpty() && segments.getLast().bytes() > SEGMENT_BYTES;
    }

    /**
     * Starts a new segment and removes those before the one that was written until now. What the removed ones hold must lie on disk
     * in the database.
     */
    public void startSegment() throws IOException {
        if (last != null) {
            addSegment(last.size());
        }
        while (segments.size() > 2) {
            removeOldest();
        }
    }

    /** Remembers, durably, that values are removed of which the files of journal and database hold traces. */
    public void rememberTraces() throws IOException {
        if (!hasTraces()) {
            Files.createFile(directory.resolve(TRACES), OwnerOnly.file(directory.resolve(TRACES)));
            forceDirectory();
        }
    }

    /** Whether {@link #rememberTraces} was called and the traces may still be there. */
    public boolean hasTraces() {
        return Files.exists(directory.resolve(TRACES));
    }

    /** The journal was rewritten and the database compacted: no file holds a trace any more. */
    public void forgetTraces() throws IOException {
        Files.deleteIfExists(directory.resolve(TRACES));
    }

    /**
     * Rewrites what records have attached, so that nothing of it is left in any file. A crash in here leaves each file as it was or
     * rewritten.
     *
     * @param rewriter gives what is attached from now on; the object that is attached when nothing changes
     */
    public void rewriteAttachments(Rewriter rewriter) throws IOException {
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            Path file = file(segment.first());
            Path next = file.resolveSibling(file.getFileName() + NEXT);
            if (segment.copy(opener, next, rewriter)) {
                segment.close();
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                forceDirectory();
                Segment rewritten = Segment.open(opener, file, segment.first());
                rewritten.findEnd();
                segments.set(i, rewritten);
            } else {
                Files.deleteIfExists(next);
            }
        }
    }

    /** Says what a record has attached from now on. */
    @FunctionalInterface
    public interface Rewriter {
        Attachment rewrite(JournalRecord group) throws IOException;
    }

    private void removeOldest() throws IOException {
        Segment oldest = segments.getFirst();
        oldest.close();
        Files.deleteIfExists(file(oldest.first()));
        segments.removeFirst();
    }

    /** Removes every record; the next one may begin anywhere. The database must hold what they hold. */
    public void restart() throws IOException {
        last = null;
        while (!segments.isEmpty()) {
            removeOldest();
        }
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : segments) {
            segment.close();
        }
    }

    private void findEnd() throws IOException {
        for (Segment segment : segments) {
            requireContinuation(segment);
            segment.findEnd().map(JournalRecord::checkpoint).ifPresent(checkpoint -> last = checkpoint);
        }
        if (!segments.isEmpty()) {
            Segment newest = segments.getLast();
            newest.clearTornEnd(last == null ? newest.first() : last.size());
        }
    }

    private void requireContinuation(Segment segment) throws Damaged {
        if (last != null && last.size() != segment.first()) {
            throw new Damaged(
                    last.size(), "the journal ends at %d and goes on at %d".formatted(last.size(), segment.first()));
        }
    }

    private void addSegment(long first) throws IOException {
        segments.add(Segment.open(opener, file(first), first));
        forceDirectory();
    }

    /** Without this a power cut may take the name of a new file away, and with it all that was forced into the file. */
    private void forceDirectory() throws IOException {
        if (OwnerOnly.isKnownTo(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private Path file(long first) {
        return directory.resolve("%s%019d".formatted(PREFIX, first));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> name(file).matches(PREFIX + "\\d{19}"))
                    .sorted(Comparator.comparing(Journal::name))
                    .toList();
        }
    }

    private static void removeUnfinished(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.filter(file -> name(file).matches(PREFIX + "\\d{19}" + Pattern.quote(NEXT)))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private static long first(Path file) {
        return Long.parseLong(name(file).substring(PREFIX.length()));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
