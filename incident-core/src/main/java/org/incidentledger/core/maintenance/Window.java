package org.incidentledger.core.maintenance;

import java.time.Instant;

/** When a maintenance is planned to begin and to end. */
public record Window(Instant from, Instant until) {}
