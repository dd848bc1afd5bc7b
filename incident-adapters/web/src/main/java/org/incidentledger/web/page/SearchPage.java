package org.incidentledger.web.page;

import java.util.Comparator;
import java.util.List;
import org.incidentledger.projections.status.ComponentHistory;
import org.incidentledger.web.site.PublicSite;

/** What searching the history finds, newest first. */
record SearchPage(Frame frame, SearchQuery query, List<Row> rows, boolean more, List<Choice> components) {
    private static final int SHOWN = 100;

    /** A component to choose. */
    record Choice(String id, String name, boolean chosen) {}

    static SearchPage of(SearchQuery query, PublicSite site, SiteFacts facts) {
        Frame frame = new Frame(
                "../", "Search the history", "history", facts.name(), facts.url(), facts.options(), facts.asOf());
        List<Row> rows = site.months()
                .newestFirst()
                .filter(query)
                .limit(SHOWN + 1L)
                .map(line -> Row.of(line, site, "../"))
                .toList();
        return new SearchPage(
                frame,
                query,
                rows.stream().limit(SHOWN).toList(),
                rows.size() > SHOWN,
                site.components().values().stream()
                        .sorted(Comparator.comparing(
                                        (ComponentHistory c) -> c.description().name())
                                .thenComparing(ComponentHistory::id))
                        .map(c -> new Choice(c.id(), c.description().name(), c.id().equals(query.component())))
                        .toList());
    }
}
