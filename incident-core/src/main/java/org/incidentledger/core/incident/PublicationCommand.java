package org.incidentledger.core.incident;

import java.time.Instant;
import java.util.List;
import org.incidentledger.core.decision.Times;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.publication.UpdateId;
import org.jspecify.annotations.Nullable;

/** Commands that tell the public about an incident. */
public sealed interface PublicationCommand extends IncidentCommand {
    /**
     * Posts an update.
     *
     * @param components the effect on components that this update tells of; empty when it tells of none
     * @param displayAt the instant that the page shows for it, when that is not the one at which it occurred
     * @param external what another system calls this update
     */
    record PostUpdate(
            IncidentId incident,
            UpdateId update,
            PublicStatus status,
            String text,
            List<ComponentChange> components,
            @Nullable Instant displayAt,
            @Nullable ExternalRef external)
            implements PublicationCommand {
        public PostUpdate {
            displayAt = Times.inMicrosIfAny(displayAt);
            components = List.copyOf(components);
        }

        /** An update of a status and a text, nothing else. */
        public static PostUpdate of(IncidentId incident, UpdateId update, PublicStatus status, String text) {
            return new PostUpdate(incident, update, status, text, List.of(), null, null);
        }
    }

    /** Replaces the text of an update; the old text stays in the ledger and on the page. */
    record CorrectUpdate(IncidentId incident, UpdateId update, String text, String reason)
            implements PublicationCommand {}

    /** Takes an update back; it stays on the page, shown as retracted. */
    record RetractUpdate(IncidentId incident, UpdateId update, String reason) implements PublicationCommand {}

    /** Replaces the title of the incident; the old title stays in the ledger and on the page. */
    record CorrectTitle(IncidentId incident, String title, String reason) implements PublicationCommand {}
}
