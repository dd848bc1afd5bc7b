package org.incidentledger.core.incident;

import java.time.Instant;
import java.util.List;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.publication.UpdateId;
import org.jspecify.annotations.Nullable;

/** Events that tell the public about an incident. */
public sealed interface PublicationEvent extends IncidentEvent {
    /** An update became public. */
    record PublicUpdatePosted(
            UpdateId update,
            PublicStatus status,
            String text,
            List<ComponentChange> components,
            @Nullable Instant displayAt,
            @Nullable ExternalRef external)
            implements PublicationEvent {
        public PublicUpdatePosted {
            components = List.copyOf(components);
        }
    }

    /** The text of an update was corrected, from one text to another. */
    record PublicUpdateCorrected(UpdateId update, String from, String to, String reason) implements PublicationEvent {}

    /** An update was taken back. */
    record PublicUpdateRetracted(UpdateId update, String reason) implements PublicationEvent {}

    /** The title of the incident was corrected, from one title to another. */
    record TitleCorrected(String from, String to, String reason) implements PublicationEvent {}
}
