package org.incidentledger.web.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.ledger.LedgerReader;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.projections.postmortem.PostMortemProjection;
import org.incidentledger.projections.replay.FoldedDocuments;
import org.incidentledger.projections.status.ComponentProjection;
import org.incidentledger.projections.status.ImpactProjection;
import org.incidentledger.projections.status.PageProjection;
import org.incidentledger.projections.timeline.TimelineProjection;
import org.incidentledger.web.site.PublicSite;
import org.incidentledger.web.site.SiteDocuments;
import org.incidentledger.web.site.SiteIndex;

/**
 * The public site as it stood at any position: history is folded up to it, in one pass. The last three are kept, each with all of its
 * documents in memory; they are made one after the other.
 */
final class PastSites {
    private static final int KEPT = 3;
    private static final int PAGE_ENTRIES = 1_000;

    private final LedgerReader ledger;
    private final HistoryDecoder decoder = new HistoryDecoder(new EventCodec());
    private final Cache<Long, PublicSite> sites =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    PastSites(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** @param position of an entry that there is */
    synchronized PublicSite at(long position) {
        return sites.get(position, this::fold);
    }

    private PublicSite fold(long position) {
        var page = new FoldedDocuments<>(new PageProjection());
        var components = new FoldedDocuments<>(new ComponentProjection());
        var impacts = new FoldedDocuments<>(new ImpactProjection());
        var stories = new FoldedDocuments<>(new TimelineProjection());
        var postMortems = new FoldedDocuments<>(new PostMortemProjection());
        Instant at = Instant.EPOCH;
        for (long next = 0; next <= position; ) {
            List<StoredEntry> entries = ledger.read(next, (int) Math.min(PAGE_ENTRIES, position + 1 - next));
            for (StoredEntry entry : entries) {
                RecordedEvent event = decoder.decode(entry);
                page.fold(event);
                components.fold(event);
                impacts.fold(event);
                stories.fold(event);
                postMortems.fold(event);
                at = event.provenance().recordedAt();
            }
            next += entries.size();
        }
        return SiteIndex.load(new SiteDocuments(page, components, impacts, stories, postMortems), at)
                .site(position + 1, at);
    }
}
