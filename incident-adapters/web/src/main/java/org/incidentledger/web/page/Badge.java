package org.incidentledger.web.page;

import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.projections.timeline.StoryStatus;
import org.jspecify.annotations.Nullable;

/** A status as people see it: a sign, a colour and a word, so that the colour is never the only one to tell. */
record Badge(String tone, String label) {
    static Badge of(ComponentStatus status) {
        return new Badge(Show.tone(status), Show.words(status));
    }

    static Badge of(@Nullable StoryStatus status) {
        return status == null
                ? new Badge("quiet", "No standing update")
                : new Badge(Show.tone(status), status == StoryStatus.POSTMORTEM ? "Post-mortem" : Show.words(status));
    }

    /** How grave an incident is. */
    static Badge impact(@Nullable Severity severity) {
        return severity == null || severity == Severity.NONE
                ? new Badge("quiet", "No impact")
                : new Badge(Show.tone(severity), Show.words(severity) + " impact");
    }
}
