package org.incidentledger.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.projections.audit.AuditQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the audit trail an auditor wants, as they were typed; what is empty does not matter.
 *
 * @param about an incident or maintenance by its id, or a stream such as {@code catalog/page}
 * @param before only lines at earlier positions; -1 for all
 */
public record AuditSearch(
        String about, String actor, String type, String from, String until, String text, long before) {
    /** Every line. */
    public static final AuditSearch ALL = new AuditSearch("", "", "", "", "", "", -1);

    /** The stream that is meant; {@code null} for all. */
    public @Nullable String stream() {
        if (about.isBlank()) {
            return null;
        }
        return about.contains("/") ? about.strip() : "incident/" + about.strip();
    }

    /** @throws InvalidValueException when an instant is none */
    public AuditQuery query() {
        return new AuditQuery(stream(), absent(actor), absent(type), instant(from), instant(until), absent(text));
    }

    /** What is wanted, in words. */
    public String spoken() {
        String spoken = Stream.of(
                        words("about ", stream()),
                        words("by ", absent(actor)),
                        words("of the type ", absent(type)),
                        words("recorded from ", absent(from)),
                        words("recorded before ", absent(until)),
                        words("with the words ", absent(text)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return spoken.isEmpty() ? "everything" : "entries " + spoken;
    }

    private static String words(String before, @Nullable String value) {
        return value == null ? "" : before + value;
    }

    /** The same from a position on downwards. */
    public AuditSearch before(long position) {
        return new AuditSearch(about, actor, type, from, until, text, position);
    }

    /** As it stands behind the question mark. */
    String encoded() {
        return "about=%s&actor=%s&type=%s&from=%s&until=%s&text=%s"
                .formatted(encode(about), encode(actor), encode(type), encode(from), encode(until), encode(text));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static @Nullable String absent(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static @Nullable Instant instant(String text) {
        return text.isBlank() ? null : TypedInstant.parse(text);
    }
}
