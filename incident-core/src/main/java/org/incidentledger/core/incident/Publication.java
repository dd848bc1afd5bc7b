package org.incidentledger.core.incident;

import org.incidentledger.core.decision.ImpossibleEventException;
import org.incidentledger.core.publication.PublicUpdates;

/** What the public was told: the title and the updates. */
public record Publication(String title, PublicUpdates updates) {
    static final Publication NONE = new Publication("", PublicUpdates.NONE);

    Publication after(IncidentEvent event) {
        if (event instanceof LifecycleEvent.IncidentReported reported) {
            return new Publication(reported.title(), updates);
        }
        return event instanceof PublicationEvent publication ? after(publication) : this;
    }

    private Publication after(PublicationEvent event) {
        return switch (event) {
            case PublicationEvent.PublicUpdatePosted e ->
                new Publication(title, updates.posted(e, e.update(), e.text()));
            case PublicationEvent.PublicUpdateCorrected e ->
                new Publication(title, updates.corrected(e, e.update(), e.from(), e.to()));
            case PublicationEvent.PublicUpdateRetracted e -> new Publication(title, updates.retracted(e, e.update()));
            case PublicationEvent.TitleCorrected e -> {
                if (!e.from().equals(title)) {
                    throw new ImpossibleEventException(e, "with another title");
                }
                yield new Publication(e.to(), updates);
            }
        };
    }
}
