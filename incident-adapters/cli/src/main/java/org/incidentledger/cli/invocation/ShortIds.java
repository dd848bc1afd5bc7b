package org.incidentledger.cli.invocation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Ids that people can read and type. They follow from the id of the command, so that the same command sent again means the same
 * thing.
 */
public final class ShortIds {
    /** Without those that look like others: no i, l, o or u. */
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int BITS_PER_LETTER = 5;
    private static final int LETTERS_OF_DATED = 6;
    private static final int LETTERS_OF_UNDATED = 8;

    private ShortIds() {}

    /** Such as {@code 2026-11-22-7f3k9q}: one of 2^30 a day. */
    public static String dated(Instant day, UUID commandId) {
        return "%s-%s".formatted(day.atZone(ZoneOffset.UTC).toLocalDate(), letters(commandId, LETTERS_OF_DATED));
    }

    /** Such as {@code update-3v8d20ks}: one of 2^40, unique within its incident. */
    public static String of(String prefix, UUID commandId) {
        return "%s-%s".formatted(prefix, letters(commandId, LETTERS_OF_UNDATED));
    }

    private static String letters(UUID id, int count) {
        // Both halves have fixed bits (version, variant); folded together with a spread, every letter is random.
        long bits =
                (id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 32)) * 0x9E3779B97F4A7C15L;
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(
                    LETTERS.charAt((int) (bits >>> (Long.SIZE - BITS_PER_LETTER * (i + 1))) & (LETTERS.length() - 1)));
        }
        return text.toString();
    }
}
