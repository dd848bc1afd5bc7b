package org.incidentledger.intake.statuspage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident, or a scheduled maintenance, which Statuspage describes in the same shape.
 *
 * @param incidentUpdates newest first
 * @param scheduledFor when a maintenance is planned to begin; absent for an incident
 * @param scheduledUntil when a maintenance is planned to end; absent for an incident
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StatuspageIncident(
        String id,
        String name,
        String status,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant monitoringAt,
        @Nullable Instant resolvedAt,
        String impact,
        @Nullable String shortlink,
        @Nullable Instant startedAt,
        String pageId,
        List<StatuspageUpdate> incidentUpdates,
        List<StatuspageComponent> components,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant scheduledFor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant scheduledUntil) {
    public StatuspageIncident {
        incidentUpdates = List.copyOf(incidentUpdates);
        components = List.copyOf(components);
    }

    /** The updates in the order in which they were posted. */
    List<StatuspageUpdate> oldestFirst() {
        return incidentUpdates.reversed();
    }

    StatuspageIncident withUpdates(List<StatuspageUpdate> updates) {
        return new StatuspageIncident(
                id,
                name,
                status,
                createdAt,
                updatedAt,
                monitoringAt,
                resolvedAt,
                impact,
                shortlink,
                startedAt,
                pageId,
                updates,
                components,
                scheduledFor,
                scheduledUntil);
    }
}
