package org.incidentledger.projections.timeline;

import org.incidentledger.projections.replay.Stamp;

/**
 * A title that was public and was corrected.
 *
 * @param from the title that was public before
 * @param to the title that took its place
 */
public record TitleChange(String from, String to, String reason, Stamp corrected) {}
