package org.incidentledger.web.page;

import java.time.Instant;
import java.util.List;
import org.incidentledger.projections.replay.Stamp;
import org.incidentledger.projections.timeline.ComponentStep;
import org.incidentledger.projections.timeline.Retraction;
import org.incidentledger.projections.timeline.StoryUpdate;
import org.incidentledger.projections.timeline.TextChange;
import org.incidentledger.web.site.PublicSite;
import org.jspecify.annotations.Nullable;

/**
 * One update with everything that was ever public of it.
 *
 * @param html the text now, safe to put on the page
 * @param corrections newest first
 */
record UpdateView(
        String id,
        Badge status,
        String html,
        Instant shownAt,
        Stamp posted,
        List<String> effects,
        List<Correction> corrections,
        @Nullable Retraction retraction) {
    /** An earlier text, as what was taken out and put in. */
    record Correction(String reason, Stamp corrected, List<TextDiff.Piece> pieces) {}

    static UpdateView of(StoryUpdate update, PublicSite site) {
        return new UpdateView(
                update.id(),
                Badge.of(update.status()),
                Markdown.html(update.text()),
                update.displayedAt(),
                update.posted(),
                update.components().stream()
                        .filter(step -> step.from() != step.to())
                        .map(step -> effect(step, site))
                        .toList(),
                update.corrections().reversed().stream()
                        .map(UpdateView::correction)
                        .toList(),
                update.retraction());
    }

    private static String effect(ComponentStep step, PublicSite site) {
        return "%s: %s → %s"
                .formatted(site.componentName(step.component()), Show.words(step.from()), Show.words(step.to()));
    }

    private static Correction correction(TextChange change) {
        return new Correction(change.reason(), change.corrected(), TextDiff.words(change.from(), change.to()));
    }
}
