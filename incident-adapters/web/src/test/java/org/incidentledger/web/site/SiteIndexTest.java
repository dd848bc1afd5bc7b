package org.incidentledger.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.encoding.HistoryReader;
import org.incidentledger.projections.postmortem.PostMortemHistory;
import org.incidentledger.projections.postmortem.PostMortemProjection;
import org.incidentledger.projections.replay.FoldedDocuments;
import org.incidentledger.projections.status.ComponentHistory;
import org.incidentledger.projections.status.ComponentProjection;
import org.incidentledger.projections.status.ImpactHistory;
import org.incidentledger.projections.status.ImpactProjection;
import org.incidentledger.projections.status.Page;
import org.incidentledger.projections.status.PageProjection;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.TimelineProjection;
import org.incidentledger.web.Scene;
import org.junit.jupiter.api.Test;

class SiteIndexTest {
    private static final Instant NOW = Scene.NOON;

    private final FoldedDocuments<Page> page = new FoldedDocuments<>(new PageProjection());
    private final FoldedDocuments<ComponentHistory> components = new FoldedDocuments<>(new ComponentProjection());
    private final FoldedDocuments<ImpactHistory> impacts = new FoldedDocuments<>(new ImpactProjection());
    private final FoldedDocuments<PublicStory> stories = new FoldedDocuments<>(new TimelineProjection());
    private final FoldedDocuments<PostMortemHistory> postMortems = new FoldedDocuments<>(new PostMortemProjection());
    private final SiteDocuments documents = new SiteDocuments(page, components, impacts, stories, postMortems);
    private final SiteIndex kept = SiteIndex.load(documents, NOW);

    @Test
    void keeping_up_with_every_event_gives_what_reading_everything_gives() {
        try (Scene scene = Scene.full()) {
            long size = scene.ledger.head().size();
            new HistoryReader(scene.ledger.reader(), new HistoryDecoder(new EventCodec())).forEach(0, size, event -> {
                Stream.of(page, components, impacts, stories, postMortems).forEach(view -> view.fold(event));
                kept.refresh(Set.of(event.stream().toString()));
                assertSame(event.position() + 1);
            });
            assertThat(kept.site(size, NOW).months().count()).isGreaterThan(5);
        }
    }

    @Test
    void so_does_keeping_up_with_many_at_a_time() {
        try (Scene scene = Scene.full()) {
            long size = scene.ledger.head().size();
            Set<String> touched = new HashSet<>();
            new HistoryReader(scene.ledger.reader(), new HistoryDecoder(new EventCodec())).forEach(0, size, event -> {
                Stream.of(page, components, impacts, stories, postMortems).forEach(view -> view.fold(event));
                touched.add(event.stream().toString());
                if (event.position() % 7 == 0 || event.position() == size - 1) {
                    kept.refresh(touched);
                    touched.clear();
                    assertSame(event.position() + 1);
                }
            });
        }
    }

    private void assertSame(long size) {
        PublicSite site = kept.site(size, NOW);
        PublicSite fresh = SiteIndex.load(documents, NOW).site(size, NOW);
        assertThat(site.report()).isEqualTo(fresh.report());
        assertThat(site.components()).isEqualTo(fresh.components());
        assertThat(site.months().all()).isEqualTo(fresh.months().all());
        assertThat(site.months().newestFirst()).containsExactlyElementsOf(lines(fresh.months()));
        assertThat(site.months().newestMaintenance(100))
                .containsExactlyElementsOf(fresh.months().newestMaintenance(100).toList());
        assertThat(site.changedAfter(-1))
                .containsExactlyElementsOf(fresh.changedAfter(-1).toList());
    }

    private static List<StoryLine> lines(Months months) {
        return months.newestFirst().toList();
    }
}
