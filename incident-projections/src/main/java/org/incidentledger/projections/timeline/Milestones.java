package org.incidentledger.projections.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The instants between which a story runs, each as it was said to have occurred.
 *
 * @param reportedAt when an incident was reported or a maintenance announced
 * @param startedAt when an incident began or the work of a maintenance did; {@code null} when that was not said
 * @param monitoringAt what the page shows as the instant of the first standing update with that status
 * @param verifyingAt when the work of a maintenance was done and began to be checked
 * @param endedAt when an incident was resolved and not reopened since, or a maintenance was completed or cancelled
 */
public record Milestones(
        Instant reportedAt,
        @Nullable Instant startedAt,
        @Nullable Instant monitoringAt,
        @Nullable Instant verifyingAt,
        @Nullable Instant endedAt) {
    static Milestones reported(Instant reportedAt, @Nullable Instant startedAt) {
        return new Milestones(reportedAt, startedAt, null, null, null);
    }

    Milestones started(Instant instant) {
        return new Milestones(reportedAt, instant, monitoringAt, verifyingAt, endedAt);
    }

    Milestones monitoring(@Nullable Instant instant) {
        return new Milestones(reportedAt, startedAt, instant, verifyingAt, endedAt);
    }

    Milestones verifying(Instant instant) {
        return new Milestones(reportedAt, startedAt, monitoringAt, instant, endedAt);
    }

    Milestones ended(@Nullable Instant instant) {
        return new Milestones(reportedAt, startedAt, monitoringAt, verifyingAt, instant);
    }
}
