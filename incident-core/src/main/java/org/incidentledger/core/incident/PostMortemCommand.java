package org.incidentledger.core.incident;

/** Commands by which a post-mortem comes about. Revisions count from 1. */
public sealed interface PostMortemCommand extends IncidentCommand {
    /**
     * Writes the next revision; the first drafts the post-mortem.
     *
     * @param basedOn the revision that the author had before them; 0 for none
     * @param title its headline
     * @param body its text in Markdown
     * @param change what changed, in one line
     */
    record RevisePostMortem(IncidentId incident, int basedOn, String title, String body, String change)
            implements PostMortemCommand {}

    /** Approves the latest revision. */
    record ApprovePostMortem(IncidentId incident, int revision) implements PostMortemCommand {}

    /** Makes the latest revision public, once it has its approvals, and closes the incident. */
    record PublishPostMortem(IncidentId incident) implements PostMortemCommand {}

    /** Closes a resolved incident without a post-mortem. */
    record WaivePostMortem(IncidentId incident, String reason) implements PostMortemCommand {}
}
