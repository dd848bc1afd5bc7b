package org.incidentledger.core.vocabulary;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Spelling of enumerations as lower-case words joined by hyphens, such as {@code security-event}. */
public final class Words {
    private Words() {}

    /** The word for a constant: {@code SECURITY_EVENT} is {@code security-event}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant that a word spells.
     *
     * @throws InvalidValueException naming the word and every word that would do
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(word)) {
                return constant;
            }
        }
        throw new InvalidValueException(
                "'%s' is no %s; use one of: %s".formatted(Quoted.shorten(word), spoken(type), all(type)));
    }

    /** Every word of an enumeration in its order, separated by commas. */
    public static <E extends Enum<E>> String all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
    }

    private static String spoken(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
