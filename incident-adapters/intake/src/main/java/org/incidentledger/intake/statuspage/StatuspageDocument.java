package org.incidentledger.intake.statuspage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.function.Predicate;

/**
 * A document of the Statuspage API v2: what one page says of its history.
 *
 * @param components every component of the page, when the document lists them beside its incidents
 * @param incidents newest first
 * @param scheduledMaintenances newest first
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StatuspageDocument(
        StatuspagePage page,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StatuspageComponent> components,
        List<StatuspageIncident> incidents,
        List<StatuspageIncident> scheduledMaintenances) {
    public StatuspageDocument {
        components = List.copyOf(components);
        incidents = List.copyOf(incidents);
        scheduledMaintenances = List.copyOf(scheduledMaintenances);
    }

    /** The same page with only the incidents and maintenances whose id is wanted. */
    public StatuspageDocument only(Predicate<String> wanted) {
        return new StatuspageDocument(
                page,
                components,
                incidents.stream()
                        .filter(incident -> wanted.test(incident.id()))
                        .toList(),
                scheduledMaintenances.stream()
                        .filter(maintenance -> wanted.test(maintenance.id()))
                        .toList());
    }

    /** The document as JSON, indented, instants in UTC with milliseconds as Statuspage writes them. */
    public String json() {
        return StatuspageJson.write(this);
    }
}
