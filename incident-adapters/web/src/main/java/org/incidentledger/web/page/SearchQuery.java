package org.incidentledger.web.page;

import java.util.Locale;
import java.util.function.Predicate;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.projections.timeline.StoryType;
import org.incidentledger.web.site.StoryLine;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the history; what is {@code null} does not matter.
 *
 * @param text to be found in the title, in whatever case; at most 100 characters of it count
 * @param component an id
 */
public record SearchQuery(
        String text,
        @Nullable String component,
        @Nullable Severity impact,
        @Nullable StoryType what) implements Predicate<StoryLine> {
    /** Everything. */
    public static final SearchQuery NOTHING = new SearchQuery("", null, null, null);

    private static final int MAX_TEXT = 100;

    public SearchQuery {
        text = text.strip();
        text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    @Override
    public boolean test(StoryLine line) {
        return (text.isEmpty() || line.title().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                && (component == null || line.components().contains(component))
                && (impact == null || impact == line.impact())
                && (what == null || what == line.what());
    }
}
