package org.incidentledger.projections.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.incidentledger.core.vocabulary.Quoted;
import org.incidentledger.core.vocabulary.Words;
import org.jspecify.annotations.Nullable;

/** What an event says, in words: a sentence, and the fields that it sets. Made step by step by one thread. */
final class Told {
    private static final int SUMMARY_NAMES = 3;

    private final String summary;
    private final List<FieldChange> changes = new ArrayList<>();

    private Told(String summary) {
        this.summary = summary;
    }

    /** Begins with the sentence; whatever an actor wrote must be {@link #quote quoted} or {@link #line cut} in it. */
    static Told that(String sentence) {
        return new Told(sentence);
    }

    /** A text of an actor, fit for the sentence. */
    static String line(String text) {
        return Quoted.shorten(text);
    }

    /** The same within quotation marks. */
    static String quote(String text) {
        return "'" + line(text) + "'";
    }

    /** At most three of many names, and how many more there are. */
    static String named(Collection<?> names) {
        String first = names.stream().limit(SUMMARY_NAMES).map(Told::word).collect(Collectors.joining(", "));
        return names.size() > SUMMARY_NAMES ? first + " and " + (names.size() - SUMMARY_NAMES) + " more" : first;
    }

    /** A number with its noun. */
    static String count(long number, String singular) {
        return number + " " + singular + (number == 1 ? "" : "s");
    }

    /** Says that a field was set, unless it has no value. */
    Told set(String field, @Nullable Object to) {
        return to == null ? this : change(field, null, to);
    }

    /** Says that a field was set to several values, unless there are none. */
    Told set(String field, Collection<?> values) {
        return values.isEmpty() ? this : change(field, null, joined(values));
    }

    /** Says that a field changed. */
    Told change(String field, @Nullable Object from, @Nullable Object to) {
        changes.add(new FieldChange(field, text(from), text(to)));
        return this;
    }

    String summary() {
        return summary;
    }

    List<FieldChange> changes() {
        return changes;
    }

    static String joined(Collection<?> values) {
        return values.stream().map(Told::word).collect(Collectors.joining(", "));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : word(value);
    }

    /** Only types whose text is stable may come here: it becomes part of stored documents. */
    private static String word(Object value) {
        return switch (value) {
            case Enum<?> constant -> Words.of(constant);
            case Instant instant -> instant.toString();
            case LocalDate date -> date.toString();
            default -> value.toString();
        };
    }
}
