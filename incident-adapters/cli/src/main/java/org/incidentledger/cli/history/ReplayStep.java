package org.incidentledger.cli.history;

import org.incidentledger.core.history.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * One step of a replay.
 *
 * @param summary what happened, in one sentence
 * @param phase where the incident or maintenance stood inside after it; none for the catalog
 * @param publicStatus what the public saw of it after that; none when nothing was public
 */
record ReplayStep(
        RecordedEvent event,
        String summary,
        @Nullable String phase,
        @Nullable String publicStatus) {
    /** How things stood, for people. */
    String standing() {
        if (phase == null) {
            return "catalog";
        }
        return publicStatus == null ? phase + ", nothing public" : "%s, public: %s".formatted(phase, publicStatus);
    }
}
