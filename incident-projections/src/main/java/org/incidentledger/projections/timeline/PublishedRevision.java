package org.incidentledger.projections.timeline;

import org.incidentledger.projections.replay.Stamp;

/**
 * Says that a revision of the post-mortem became public. Its text is in {@link PublicTimeline#postMortems}.
 *
 * @param revision counts from 1
 */
public record PublishedRevision(int revision, Stamp published) {}
