package org.incidentledger.intake.statuspage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A component as a page shows it.
 *
 * @param position its place among the others, ascending
 * @param group whether it is the heading of a group rather than a component
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StatuspageComponent(
        String id,
        String name,
        String status,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        int position,
        @Nullable String description,
        boolean showcase,
        @Nullable String startDate,
        @Nullable String groupId,
        @Nullable String pageId,
        boolean group,
        boolean onlyShowIfDegraded) {}
