package org.incidentledger.projections.status;

import java.util.List;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.catalog.PageDescription;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.projections.replay.Projection;
import org.jspecify.annotations.Nullable;

/** What the page says of itself now: one document, once the page was described. */
public final class PageProjection implements Projection<Page> {
    /** The key of the only document. */
    public static final String KEY = "page";

    @Override
    public String name() {
        return "page";
    }

    @Override
    public Class<Page> documentType() {
        return Page.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return described(event) == null ? List.of() : List.of(KEY);
    }

    @Override
    public @Nullable Page apply(String key, @Nullable Page before, RecordedEvent event) {
        PageDescription page = described(event);
        return page == null ? before : new Page(page.name(), page.url(), page.timeZone(), page.external());
    }

    private static @Nullable PageDescription described(RecordedEvent event) {
        return event.fact() instanceof Fact.OfCatalog f && f.event() instanceof CatalogEvent.PageDescribed described
                ? described.to()
                : null;
    }
}
