package org.incidentledger.ledger.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.incidentledger.core.access.AccessPolicy;
import org.incidentledger.core.access.StoredToken;
import org.incidentledger.core.access.TokenStore;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.ledger.files.FileTrouble;
import org.incidentledger.ledger.files.OwnerOnly;
import org.incidentledger.ledger.files.SecretFile;

/**
 * The files {@code access} and {@code access-tokens} in the folder of a ledger's keys, which only its owner may use. They may be changed
 * while the ledger is open, here or with an editor: what is open sees it within a second.
 */
public final class AccessFolder {
    /** Tokens that are kept at the most. */
    public static final int TOKENS_MAX = 1_000;

    /** How long a token that counts no more is still listed. */
    public static final Duration KEPT_AFTERWARDS = Duration.ofDays(90);

    /** A lock on a file keeps other processes out, not other threads. */
    private static final Object ONE_THREAD = new Object();

    private final Path folder;
    private final Path accessFile;
    private final Path tokensFile;

    public AccessFolder(Path folder) {
        this.folder = folder;
        this.accessFile = folder.resolve("access");
        this.tokensFile = folder.resolve("access-tokens");
    }

    /**
     * Grants what the file says from now on; every role to everybody while there is none.
     *
     * @throws InvalidValueException when the file says something wrong, naming the line
     * @throws LedgerException.Unavailable when it cannot be read, or others may read it
     */
    public AccessPolicy policy() {
        return new FileAccessPolicy(accessFile, System::nanoTime);
    }

    /** The access tokens; the same errors as {@link #policy}. */
    public TokenStore tokens() {
        WatchedFile<Map<String, StoredToken>> file = new WatchedFile<>(tokensFile, TokenLines::parse, System::nanoTime);
        return id -> file.get().map(tokens -> tokens.get(id));
    }

    /** What the file grants, in its order; empty when there is no file and so everybody has every role. */
    public Optional<List<Grant>> grants() {
        return new WatchedFile<>(accessFile, Grants::parse, System::nanoTime)
                .get()
                .map(Grants::all);
    }

    /**
     * Adds lines to the access file, and makes it when there is none; those that it has already are not added.
     *
     * @throws LedgerException.Unavailable when the file cannot be written
     */
    public void grant(List<Grant> more) {
        exclusively(() -> {
            Set<Grant> there = Set.copyOf(grants().orElse(List.of()));
            StringBuilder text = new StringBuilder(
                    new SecretFile(accessFile).read().orElse("# grant ROLE ACTOR; whoever is not named has no role\n"));
            if (text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
            more.stream()
                    .filter(grant -> !there.contains(grant))
                    .forEach(grant -> text.append(grant.line()).append('\n'));
            new SecretFile(accessFile).replaceDurably(text.toString());
        });
    }

    /** Takes a line out of the access file; every other line, and what is a comment, stays. */
    public void revoke(Grant grant) {
        exclusively(() -> {
            StringBuilder text = new StringBuilder();
            new SecretFile(accessFile)
                    .read()
                    .orElse("")
                    .lines()
                    .filter(line ->
                            !String.join(" ", line.strip().split("\\s+", -1)).equals(grant.line()))
                    .forEach(line -> text.append(line).append('\n'));
            new SecretFile(accessFile).replaceDurably(text.toString());
        });
    }

    /** Every token that is kept, the oldest first. */
    public List<StoredToken> storedTokens() {
        return new WatchedFile<>(tokensFile, TokenLines::parse, System::nanoTime)
                .get()
                .map(tokens -> List.copyOf(tokens.values()))
                .orElse(List.of());
    }

    /**
     * Keeps a token. Those that have not counted for {@link #KEPT_AFTERWARDS} are dropped.
     *
     * @throws InvalidValueException when {@link #TOKENS_MAX} are kept
     */
    public void keep(StoredToken token) {
        exclusively(() -> {
            Instant since = token.issuedAt().minus(KEPT_AFTERWARDS);
            List<StoredToken> kept = new ArrayList<>(storedTokens());
            kept.removeIf(old -> old.expiresAt().isBefore(since)
                    || (old.revokedAt() != null && old.revokedAt().isBefore(since)));
            if (kept.size() >= TOKENS_MAX) {
                throw new InvalidValueException(
                        "%,d access tokens are kept, the most there may be; revoke some".formatted(kept.size()));
            }
            kept.add(token);
            new SecretFile(tokensFile).replaceDurably(TokenLines.format(kept));
        });
    }

    /** Lets a token count no more. @return it, or empty when there is none of this id */
    public Optional<StoredToken> revokeToken(String id, Instant now) {
        exclusively(() -> {
            List<StoredToken> changed = storedTokens().stream()
                    .map(token -> token.id().equals(id) ? token.revokedAt(now) : token)
                    .toList();
            new SecretFile(tokensFile).replaceDurably(TokenLines.format(changed));
        });
        return storedTokens().stream().filter(token -> token.id().equals(id)).findFirst();
    }

    private interface Change {
        void make() throws IOException;
    }

    /** One thread of one process at a time reads and replaces the files. */
    private void exclusively(Change change) {
        Path lock = folder.resolve("access.lock");
        try {
            Files.createDirectories(folder, OwnerOnly.directory(folder));
            synchronized (ONE_THREAD) {
                try (FileChannel channel = FileChannel.open(
                        lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.file(lock))) {
                    channel.lock();
                    change.make();
                }
            }
        } catch (IOException e) {
            throw new LedgerException.Unavailable(
                    "the access files in %s cannot be changed: %s".formatted(folder, FileTrouble.meaning(e)), e);
        }
    }
}
