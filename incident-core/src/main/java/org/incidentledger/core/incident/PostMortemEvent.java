package org.incidentledger.core.incident;

import org.incidentledger.core.decision.ActorRef;

/** Events by which a post-mortem comes about. Revisions count from 1. */
public sealed interface PostMortemEvent extends IncidentEvent {
    /** A revision was written. */
    record PostMortemRevised(int revision, ActorRef author, String title, String body, String change)
            implements PostMortemEvent {}

    /** A revision was approved. */
    record PostMortemApproved(int revision, ActorRef approver) implements PostMortemEvent {}

    /** A revision became public. */
    record PostMortemPublished(int revision) implements PostMortemEvent {}

    /** The incident was closed without a post-mortem. */
    record PostMortemWaived(String reason) implements PostMortemEvent {}
}
