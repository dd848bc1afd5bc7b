package org.incidentledger.web.server;

import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.projections.timeline.StoryType;
import org.incidentledger.web.page.AuditSearch;
import org.incidentledger.web.page.SearchQuery;
import org.incidentledger.web.page.SiteOptions;
import org.jspecify.annotations.Nullable;

/** What stands behind the question mark. */
final class Query {
    private static final Pattern POSITION = Pattern.compile("-1|0|[1-9]\\d{0,14}");
    static final SiteOptions NO_OPTIONS = SiteOptions.DEFAULT.asFiles();
    private static final int MAX_LENGTH = 1_000;

    private Query() {}

    /** Which lines of the audit trail are wanted. */
    static AuditSearch audit(Request request) {
        return new AuditSearch(
                text(request, "about"),
                text(request, "actor"),
                text(request, "type"),
                text(request, "from"),
                text(request, "until"),
                text(request, "text"),
                position(request, "before").orElse(-1L));
    }

    /** A position of the ledger, -1 when none is given; empty when what is given is none. */
    static Optional<Long> position(Request request, String name) {
        String text = text(request, name);
        if (text.isEmpty()) {
            return Optional.of(-1L);
        }
        return POSITION.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** What is looked for; empty when a word is none of those that there are. */
    static Optional<SearchQuery> search(Request request) {
        String component = text(request, "component");
        try {
            return Optional.of(new SearchQuery(
                    text(request, "q"),
                    component.isEmpty() ? null : component,
                    word(Severity.class, text(request, "impact")),
                    word(StoryType.class, text(request, "what"))));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> type, String word) {
        return word.isEmpty() ? null : Words.parse(type, word);
    }

    /** A value; empty when it is not given, or when the whole is longer than anybody needs. */
    static String text(Request request, String name) {
        String query = request.getHttpURI().getQuery();
        if (query == null || query.length() > MAX_LENGTH) {
            return "";
        }
        try {
            Fields fields = Request.extractQueryParameters(request);
            String value = fields.getValue(name);
            return value == null ? "" : value;
        } catch (IllegalArgumentException notText) {
            return "";
        }
    }
}
