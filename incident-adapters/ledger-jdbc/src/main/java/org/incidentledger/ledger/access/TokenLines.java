package org.incidentledger.ledger.access;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.incidentledger.core.access.Role;
import org.incidentledger.core.access.StoredToken;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;
import org.jspecify.annotations.Nullable;

/** Access tokens as the lines of a file. */
final class TokenLines {
    private static final String FORM = "token ID LABEL ACTOR ROLE,ROLE ISSUED EXPIRES SHA256 [REVOKED]";
    private static final int WORDS = 8;

    private TokenLines() {}

    /**
     * In the order of the file, by id.
     *
     * @throws InvalidValueException naming the file, the line and what is wrong there
     */
    static Map<String, StoredToken> parse(Path file, String text) {
        Map<String, StoredToken> tokens = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                StoredToken token = token(file, number, line.strip().split("\\s+", -1));
                if (tokens.put(token.id(), token) != null) {
                    throw new InvalidValueException(
                            "%s, line %d: there are two tokens %s; take one out".formatted(file, number, token.id()));
                }
            }
        }
        return Collections.unmodifiableMap(tokens);
    }

    private static StoredToken token(Path file, int number, String[] words) {
        try {
            if (!words[0].equals("token") || words.length < WORDS || words.length > WORDS + 1) {
                throw new InvalidValueException("this is no token; write: " + FORM);
            }
            Set<Role> roles =
                    Arrays.stream(words[4].split(",", -1)).map(Role::parse).collect(Collectors.toSet());
            return new StoredToken(
                    words[1],
                    words[2],
                    new ActorRef(words[3]),
                    roles,
                    instant(words[5]),
                    instant(words[6]),
                    words.length > WORDS ? instant(words[8]) : null,
                    words[7]);
        } catch (InvalidValueException e) {
            throw new InvalidValueException("%s, line %d: %s".formatted(file, number, e.getMessage()));
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValueException(
                    "'%s' is no instant; write one like 2026-05-01T10:00:00Z".formatted(Quoted.shorten(text)));
        }
    }

    static String format(Iterable<StoredToken> tokens) {
        StringBuilder text = new StringBuilder("# " + FORM + "\n");
        for (StoredToken token : tokens) {
            text.append("token %s %s %s %s %s %s %s%s\n"
                    .formatted(
                            token.id(),
                            token.label(),
                            token.actor(),
                            token.roles().stream().sorted().map(Role::word).collect(Collectors.joining(",")),
                            token.issuedAt(),
                            token.expiresAt(),
                            token.hash(),
                            revoked(token.revokedAt())));
        }
        return text.toString();
    }

    private static String revoked(@Nullable Instant at) {
        return at == null ? "" : " " + at;
    }
}
