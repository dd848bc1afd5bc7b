package org.incidentledger.projections.postmortem;

import java.util.List;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.projections.replay.Projection;
import org.incidentledger.projections.replay.Stamp;
import org.jspecify.annotations.Nullable;

/** Every revision of the post-mortem of every incident, under the name of its stream. Drills have post-mortems too. */
public final class PostMortemProjection implements Projection<PostMortemHistory> {
    @Override
    public String name() {
        return "post-mortem";
    }

    @Override
    public Class<PostMortemHistory> documentType() {
        return PostMortemHistory.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return event.fact() instanceof Fact.OfIncident f && f.event() instanceof PostMortemEvent
                ? List.of(event.stream().toString())
                : List.of();
    }

    @Override
    public @Nullable PostMortemHistory apply(String key, @Nullable PostMortemHistory before, RecordedEvent event) {
        if (!(event.fact() instanceof Fact.OfIncident f && f.event() instanceof PostMortemEvent postMortem)) {
            return before;
        }
        PostMortemHistory history = before == null ? new PostMortemHistory(key, List.of(), 0, null) : before;
        Stamp stamp = Stamp.of(event);
        return switch (postMortem) {
            case PostMortemEvent.PostMortemRevised e ->
                history.revised(new Revision(
                        e.revision(), e.author().value(), e.title(), e.body(), e.change(), stamp, List.of()));
            case PostMortemEvent.PostMortemApproved e ->
                history.approved(
                        e.revision(), new Revision.Approval(e.approver().value(), stamp));
            case PostMortemEvent.PostMortemPublished e -> history.published(e.revision());
            case PostMortemEvent.PostMortemWaived e -> history.waived(new PostMortemHistory.Waiver(e.reason(), stamp));
        };
    }
}
