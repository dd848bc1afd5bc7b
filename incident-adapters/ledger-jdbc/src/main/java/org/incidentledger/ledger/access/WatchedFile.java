package org.incidentledger.ledger.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.ledger.files.FileTrouble;
import org.incidentledger.ledger.files.SecretFile;
import org.jspecify.annotations.Nullable;

/**
 * What a small file says, in memory. Whether the file has changed is looked at once a second at the most, by one of those who ask.
 * Safe for use by many threads.
 *
 * @param <T> what its text means
 */
final class WatchedFile<T> {
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final SecretFile file;
    private final BiFunction<Path, String, T> parser;
    private final LongSupplier nanoTime;
    private final AtomicLong lookedAt;
    private volatile Seen<T> seen;

    /** What was found, and by what it is known again. */
    private record Seen<T>(
            @Nullable String mark,
            @Nullable T meaning,
            @Nullable RuntimeException trouble) {}

    /** @throws RuntimeException as {@link #get} does */
    WatchedFile(Path path, BiFunction<Path, String, T> parser, LongSupplier nanoTime) {
        this.file = new SecretFile(path);
        this.parser = parser;
        this.nanoTime = nanoTime;
        this.lookedAt = new AtomicLong(nanoTime.getAsLong());
        this.seen = read(mark());
        get();
    }

    /**
     * What the file says; empty when there is none.
     *
     * @throws InvalidValueException when it says something wrong, naming the line
     * @throws LedgerException.Unavailable when it cannot be read, or others may read it
     */
    Optional<T> get() {
        long now = nanoTime.getAsLong();
        long before = lookedAt.get();
        if (now - before >= LOOK_NANOS && lookedAt.compareAndSet(before, now)) {
            look();
        }
        Seen<T> last = seen;
        if (last.trouble != null) {
            throw last.trouble;
        }
        return Optional.ofNullable(last.meaning);
    }

    private void look() {
        try {
            String mark = mark();
            if (!Objects.equals(mark, seen.mark)) {
                seen = read(mark);
            }
        } catch (LedgerException.Unavailable e) {
            seen = new Seen<>("unreadable", null, e);
        }
    }

    /** Changes with the file; {@code null} when there is none. */
    private @Nullable String mark() {
        try {
            BasicFileAttributes found = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return "%s %s %d".formatted(found.fileKey(), found.lastModifiedTime(), found.size());
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Seen<T> read(@Nullable String mark) {
        try {
            Optional<String> text = file.read();
            if (text.isEmpty()) {
                return new Seen<>(null, null, null);
            }
            file.requireOwnerOnly("look at what it says");
            return new Seen<>(mark, parser.apply(file.path(), text.get()), null);
        } catch (IOException e) {
            return new Seen<>(mark, null, unreadable(e));
        } catch (UncheckedIOException | InvalidValueException | LedgerException e) {
            return new Seen<>(mark, null, e);
        }
    }

    private LedgerException.Unavailable unreadable(IOException e) {
        return new LedgerException.Unavailable(
                "%s cannot be read: %s".formatted(file.path(), FileTrouble.meaning(e)), e);
    }
}
