package org.incidentledger.core.incident;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.obligation.StageId;
import org.incidentledger.core.vocabulary.InvalidValueException;

/**
 * What the embedding service decides about its incidents.
 *
 * @param limits upper bounds on texts and counts
 * @param postMortemOwedFrom the lightest severity that owes a post-mortem
 * @param postMortemDueWithin how long after the resolution it is due
 * @param firstPublicNoticeWithin how long after the report the first public notice is due
 * @param approvalsRequired how many others than its author must approve a post-mortem before it is published; 0 or more
 * @param approvers who may approve; empty for everybody
 * @param stages the stages of notification regimes that an incident can owe
 */
public record IncidentPolicy(
        Limits limits,
        Severity postMortemOwedFrom,
        Duration postMortemDueWithin,
        Duration firstPublicNoticeWithin,
        int approvalsRequired,
        Set<ActorRef> approvers,
        Set<StageId> stages) {

    /**
     * Post-mortems for major incidents within five days, approved by one other person; first public notice within an hour;
     * every known regime.
     */
    public static final IncidentPolicy DEFAULT = new IncidentPolicy(
            Limits.DEFAULT, Severity.MAJOR, Duration.ofDays(5), Duration.ofHours(1), 1, Set.of(), StageId.statutory());

    /** @throws InvalidValueException when approvals or a duration are negative, or there are fewer approvers than approvals */
    public IncidentPolicy {
        if (approvalsRequired < 0 || postMortemDueWithin.isNegative() || firstPublicNoticeWithin.isNegative()) {
            throw new InvalidValueException(String.format(
                    Locale.ROOT,
                    "a policy of %d approvals, post-mortem within %s and first notice within %s; use nothing negative",
                    approvalsRequired,
                    postMortemDueWithin,
                    firstPublicNoticeWithin));
        }
        if (!approvers.isEmpty() && approvers.size() < approvalsRequired) {
            throw new InvalidValueException(String.format(
                    Locale.ROOT,
                    "a policy of %d approvals names %d approvers; name at least as many, or none for everybody",
                    approvalsRequired,
                    approvers.size()));
        }
        approvers = Set.copyOf(approvers);
        stages = Set.copyOf(stages);
    }

    /** The same policy with other limits. */
    public IncidentPolicy withLimits(Limits other) {
        return new IncidentPolicy(
                other,
                postMortemOwedFrom,
                postMortemDueWithin,
                firstPublicNoticeWithin,
                approvalsRequired,
                approvers,
                stages);
    }

    /** The same policy with another rule for approvals. */
    public IncidentPolicy withApprovals(int required, Set<ActorRef> by) {
        return new IncidentPolicy(
                limits, postMortemOwedFrom, postMortemDueWithin, firstPublicNoticeWithin, required, by, stages);
    }
}
