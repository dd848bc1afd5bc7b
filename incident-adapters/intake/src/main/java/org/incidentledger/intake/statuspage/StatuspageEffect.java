package org.incidentledger.intake.statuspage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * What an update tells of one component.
 *
 * @param code the id of the component
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StatuspageEffect(String code, String name, String oldStatus, String newStatus) {}
