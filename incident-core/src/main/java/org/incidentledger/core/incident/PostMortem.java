package org.incidentledger.core.incident;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.ImpossibleEventException;
import org.jspecify.annotations.Nullable;

/**
 * How far the post-mortem has come.
 *
 * @param latest the number of the latest revision; 0 when there is none
 * @param approvedBy who approved the latest revision
 * @param published the number of the revision that is public; 0 when none is
 */
public record PostMortem(int latest, @Nullable ActorRef author, Set<ActorRef> approvedBy, int published) {
    static final PostMortem NONE = new PostMortem(0, null, Set.of(), 0);

    /** Nobody changes a post-mortem but by an event. */
    public PostMortem {
        approvedBy = Collections.unmodifiableSet(approvedBy);
    }

    PostMortem after(IncidentEvent event) {
        return event instanceof PostMortemEvent postMortem ? after(postMortem) : this;
    }

    private PostMortem after(PostMortemEvent event) {
        return switch (event) {
            case PostMortemEvent.PostMortemRevised e -> {
                require(e, e.revision() == latest + 1);
                yield new PostMortem(e.revision(), e.author(), Set.of(), published);
            }
            case PostMortemEvent.PostMortemApproved e -> {
                require(e, e.revision() == latest && !e.approver().equals(author));
                Set<ActorRef> next = new HashSet<>(approvedBy);
                require(e, next.add(e.approver()));
                yield new PostMortem(latest, author, next, published);
            }
            case PostMortemEvent.PostMortemPublished e -> {
                require(e, e.revision() == latest && latest != published);
                yield new PostMortem(latest, author, approvedBy, e.revision());
            }
            case PostMortemEvent.PostMortemWaived e -> this;
        };
    }

    private void require(PostMortemEvent event, boolean possible) {
        if (!possible) {
            throw new ImpossibleEventException(
                    event, "with revision %s the latest and %s public".formatted(latest, published));
        }
    }
}
