package org.incidentledger.projections.timeline;

import org.incidentledger.core.maintenance.Window;
import org.incidentledger.projections.replay.Stamp;

/** A window that was announced and was moved. */
public record WindowChange(Window from, Window to, String reason, Stamp moved) {}
