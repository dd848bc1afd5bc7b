package org.incidentledger.channels;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.incidentledger.core.incident.Channel;
import org.incidentledger.core.vocabulary.Words;
import org.jspecify.annotations.Nullable;

/**
 * The channel for those that have none yet: a folder in which each notification waits as a draft, {@code .eml} for mail and
 * {@code .txt} for every other channel, until somebody sends it. It reaches nobody by itself, and its reports say so.
 *
 * <p>A draft lies at {@code incident/notification.channel.eml} and appears whole or not at all. A repeated delivery leaves the
 * draft that is there; a different one under the same name is a failure, never overwritten.
 */
public final class Outbox implements NotificationChannel {
    private final Path folder;

    /** @param folder made when the first draft is written */
    public Outbox(Path folder) {
        this.folder = folder;
    }

    @Override
    public DeliveryReport deliver(Notification notification) {
        long recipients = Math.max(1, notification.recipients().size());
        try {
            write(fileOf(notification), draftOf(notification));
        } catch (IOException | MessagingException e) {
            return new DeliveryReport(
                    0,
                    recipients,
                    totalOf(notification),
                    "%s: no draft written (%s)"
                            .formatted(
                                    Words.of(notification.channel()),
                                    e.getClass().getSimpleName()));
        }
        return new DeliveryReport(
                0,
                0,
                totalOf(notification),
                "%s: draft written to the outbox, not sent".formatted(Words.of(notification.channel())));
    }

    /** Where the draft of a notification lies once it was delivered. */
    public Path fileOf(Notification notification) {
        String ending = notification.channel() == Channel.MAIL ? "eml" : "txt";
        return folder.resolve(notification.incident().value())
                .resolve("%s.%s.%s".formatted(notification.id(), Words.of(notification.channel()), ending));
    }

    /**
     * The drafts that somebody looks for by what is in them, as it reads for people: without the encodings of mail. In the order of
     * their paths; what a delivery that was cut short left behind is among them.
     */
    public List<Path> find(Predicate<String> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] draft = Files.readAllBytes(file);
                if (wanted.test(new String(draft, StandardCharsets.UTF_8)) || wanted.test(MailDraft.read(draft))) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static byte[] draftOf(Notification notification) throws IOException, MessagingException {
        return notification.channel() == Channel.MAIL ? MailDraft.of(notification) : TextDraft.of(notification);
    }

    private static void write(Path file, byte[] draft) throws IOException {
        if (Files.exists(file)) {
            requireSame(file, draft);
            return;
        }
        Path parent = Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Path temporary = Files.createTempFile(parent, ".draft-", ".part");
        try {
            force(temporary, draft);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void requireSame(Path file, byte[] draft) throws IOException {
        if (Files.size(file) != draft.length || !Arrays.equals(Files.readAllBytes(file), draft)) {
            throw new IOException("%s holds another draft; move it away".formatted(file));
        }
    }

    private static void force(Path file, byte[] draft) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(draft);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
    }

    private static @Nullable Long totalOf(Notification notification) {
        int known = notification.recipients().size();
        return known == 0 ? null : Long.valueOf(known);
    }
}
