package org.incidentledger.projections.timeline;

import org.incidentledger.projections.replay.Stamp;

/** Says that an update was taken back, why and when. */
public record Retraction(String reason, Stamp retracted) {}
