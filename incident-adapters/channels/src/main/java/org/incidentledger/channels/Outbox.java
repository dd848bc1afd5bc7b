package org.incidentledger.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.incidentledger.core.incident.Channel;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.sealing.KeyWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The channel for those that have none yet: a folder in which each notification waits as a draft, {@code .eml} for mail and
 * {@code .txt} for every other channel, until somebody sends it. It reaches nobody by itself, and its reports say so.
 *
 * <p>A draft lies at {@code incident/notification.channel.eml} and appears whole or not at all. One that bears addresses is encrypted
 * and its name ends in {@code .sealed}: addresses are personal, and nothing personal is kept in plain text. A repeated delivery leaves
 * the draft that is there; a different one under the same name is a failure, never overwritten.
 */
public final class Outbox implements NotificationChannel {
    private final Path folder;
    private final DraftFiles files;

    /**
     * @param folder made when the first draft is written
     * @param key what encrypts drafts that bear addresses
     */
    public Outbox(Path folder, KeyWrapper key) {
        this.folder = folder;
        this.files = new DraftFiles(key);
    }

    @Override
    public DeliveryReport deliver(Notification notification) {
        long recipients = Math.max(1, notification.recipients().size());
        try {
            write(notification, draftOf(notification));
        } catch (IOException | MessagingException | GeneralSecurityException | LedgerException e) {
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
        return fileOf(notification, !notification.recipients().isEmpty());
    }

    private Path fileOf(Notification notification, boolean sealed) {
        String ending = notification.channel() == Channel.MAIL ? "eml" : "txt";
        return folder.resolve(notification.incident().value())
                .resolve("%s.%s.%s%s"
                        .formatted(
                                notification.id(),
                                Words.of(notification.channel()),
                                ending,
                                sealed ? DraftFiles.SEALED : ""));
    }

    /**
     * A draft as it is to be sent, with its addresses.
     *
     * @param file of this outbox or elsewhere
     * @throws LedgerException.Unavailable when it cannot be opened by the key of this outbox
     */
    public byte[] read(Path file) throws IOException {
        return files.read(file);
    }

    /**
     * The drafts that somebody looks for by what is in them, as it reads for people: without the encodings of mail. In the order of
     * their paths; what a delivery that was cut short left behind is among them, and also when it is too short to be read.
     *
     * @throws LedgerException.Unavailable when one cannot be opened: nobody knows whether it was meant
     */
    public List<Path> find(Predicate<String> wanted) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : all()) {
            if (isWanted(file, wanted)) {
                found.add(file);
            }
        }
        return found;
    }

    private boolean isWanted(Path file, Predicate<String> wanted) throws IOException {
        try {
            byte[] draft = files.read(file);
            return wanted.test(new String(draft, UTF_8)) || wanted.test(MailDraft.read(draft));
        } catch (LedgerException.Unavailable unreadable) {
            if (DraftFiles.isPart(file)) {
                return true;
            }
            throw unreadable;
        }
    }

    /**
     * Encrypts every draft that bears addresses anew, by the key that wraps now. May be done again after an interruption.
     *
     * @return how many there are
     * @throws LedgerException.Unavailable when one cannot be opened
     */
    public int sealAnew() throws IOException {
        int sealed = 0;
        for (Path file : all()) {
            if (DraftFiles.isSealed(file) && !DraftFiles.isPart(file)) {
                try {
                    files.write(file, files.read(file));
                } catch (GeneralSecurityException e) {
                    throw new LedgerException.Unavailable("%s cannot be encrypted anew".formatted(file), e);
                }
                sealed++;
            }
        }
        return sealed;
    }

    private List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static byte[] draftOf(Notification notification) throws IOException, MessagingException {
        return notification.channel() == Channel.MAIL ? MailDraft.of(notification) : TextDraft.of(notification);
    }

    private void write(Notification notification, byte[] draft) throws IOException, GeneralSecurityException {
        for (boolean sealed : new boolean[] {true, false}) {
            Path there = fileOf(notification, sealed);
            if (Files.exists(there)) {
                requireSame(there, draft);
                return;
            }
        }
        files.write(fileOf(notification), draft);
    }

    private void requireSame(Path file, byte[] draft) throws IOException {
        if (!Arrays.equals(files.read(file), draft)) {
            throw new IOException("%s holds another draft; move it away".formatted(file));
        }
    }

    private static @Nullable Long totalOf(Notification notification) {
        int known = notification.recipients().size();
        return known == 0 ? null : Long.valueOf(known);
    }
}
