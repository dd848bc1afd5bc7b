package org.incidentledger.projections.audit;

import org.incidentledger.core.incident.AccessPoint;
import org.incidentledger.core.incident.Evidence;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.core.vocabulary.Words;
import org.jspecify.annotations.Nullable;

/** Values of several parts as one text. */
final class Fields {
    private Fields() {}

    static String accessPoint(AccessPoint point) {
        return Words.of(point.kind()) + " " + point.name();
    }

    static String window(Window window) {
        return window.from() + " to " + window.until();
    }

    static String evidence(Evidence evidence) {
        return "sha256:%s (%s, %d bytes)".formatted(evidence.sha256(), evidence.mediaType(), evidence.sizeBytes());
    }

    static @Nullable String external(@Nullable ExternalRef ref) {
        if (ref == null) {
            return null;
        }
        String name = ref.source() + " " + ref.id();
        return ref.url() == null ? name : name + " " + ref.url();
    }

    /** Where a sealed value is and whom it is about, never what it says. */
    static @Nullable String sealed(@Nullable SealedValue value) {
        return value == null ? null : "sealed value %s about %s".formatted(value.id(), value.subject());
    }
}
