package org.incidentledger.projections.timeline;

import org.incidentledger.projections.replay.Stamp;

/**
 * A correction of the text of an update.
 *
 * @param from the text that was public before
 * @param to the text that took its place
 */
public record TextChange(String from, String to, String reason, Stamp corrected) {}
