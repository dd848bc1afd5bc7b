package org.incidentledger.projections.timeline;

import org.incidentledger.projections.replay.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * Says that an incident was none after all, or a duplicate of another.
 *
 * @param mergedInto the incident that goes on; {@code null} when the report was rejected
 */
public record Dismissal(@Nullable String mergedInto, Stamp dismissed) {}
