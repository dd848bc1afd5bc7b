package org.incidentledger.intake.statuspage;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Spelling of enumerations as Statuspage does it, such as {@code in_progress}. */
final class SnakeWords {
    private SnakeWords() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String all(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(SnakeWords::of).collect(Collectors.joining(", "));
    }

    /** The constant of a word that the reader has already found to be one. */
    static <E extends Enum<E>> E parse(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
