package org.incidentledger.projections.timeline;

import org.incidentledger.projections.replay.Stamp;

/**
 * A post-mortem as the public reads it.
 *
 * @param revision counts from 1
 */
public record PublishedPostMortem(int revision, String title, String body, Stamp published) {}
