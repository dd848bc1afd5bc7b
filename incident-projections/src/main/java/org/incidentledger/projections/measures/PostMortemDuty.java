package org.incidentledger.projections.measures;

import java.time.Instant;
import org.incidentledger.core.incident.IncidentPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Whether an incident owes a post-mortem under a policy. By its gravest severity: what was major for an hour owes one even when it
 * ended as minor. Drills, rejected reports and merged incidents owe none.
 */
public enum PostMortemDuty {
    /** The incident owes none. */
    NOT_OWED,
    /** It will owe one, but is not resolved. */
    NOT_DUE,
    /** It owes one, and there is time left. */
    DUE,
    /** The time is over. */
    OVERDUE,
    /** It was published, or waived with a reason. */
    SETTLED;

    /** The duty of an incident at an instant; at its last instant it is not overdue yet. */
    public static PostMortemDuty at(Instant instant, IncidentMeasures incident, IncidentPolicy policy) {
        if (incident.closed() != null) {
            return SETTLED;
        }
        if (incident.exercise()
                || incident.dismissed() != null
                || incident.highestSeverity().compareTo(policy.postMortemOwedFrom()) < 0) {
            return NOT_OWED;
        }
        Instant due = dueAt(incident, policy);
        if (due == null) {
            return NOT_DUE;
        }
        return instant.isAfter(due) ? OVERDUE : DUE;
    }

    private static @Nullable Instant dueAt(IncidentMeasures incident, IncidentPolicy policy) {
        Instant resolved = incident.resolved();
        return resolved == null ? null : resolved.plus(policy.postMortemDueWithin());
    }
}
