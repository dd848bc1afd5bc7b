package org.incidentledger.cli.history;

import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.projections.audit.AuditLine;
import org.jspecify.annotations.Nullable;

/**
 * One step of a replay.
 *
 * @param line what happened
 * @param phase where the incident or maintenance stood inside after it; none for anything else
 * @param publicStatus what the public saw of it after that; none when nothing was public
 */
record ReplayStep(
        RecordedEvent event,
        AuditLine line,
        @Nullable String phase,
        @Nullable String publicStatus) {
    /** How things stood, for people. */
    String standing() {
        if (phase != null) {
            return publicStatus == null ? phase + ", nothing public" : "%s, public: %s".formatted(phase, publicStatus);
        }
        return switch (event.fact()) {
            case Fact.OfSubject f -> "subject, never public";
            case Fact.OfLedger f -> "ledger";
            default -> "catalog";
        };
    }
}
