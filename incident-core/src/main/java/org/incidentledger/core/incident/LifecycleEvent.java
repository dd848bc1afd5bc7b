package org.incidentledger.core.incident;

import java.time.Instant;
import java.util.List;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.sealing.SealedHolder;
import org.incidentledger.core.sealing.SealedValue;
import org.jspecify.annotations.Nullable;

/** Events that begin, end and resume the life of an incident. */
public sealed interface LifecycleEvent extends IncidentEvent {
    /** An incident was reported; components are those it affects at first. */
    record IncidentReported(
            IncidentId incident,
            String title,
            IncidentKind kind,
            Severity severity,
            ReportSource source,
            @Nullable String supplier,
            @Nullable String description,
            @Nullable Instant startedAt,
            List<ComponentImpact> components,
            boolean exercise,
            @Nullable ExternalRef external,
            @Nullable SealedValue reporter)
            implements LifecycleEvent {
        public IncidentReported {
            components = List.copyOf(components);
        }

        @Override
        public List<SealedValue> sealedValues() {
            return SealedHolder.present(reporter);
        }
    }

    /** Somebody took the incident up. */
    record IncidentAcknowledged() implements LifecycleEvent {}

    /** The incident is over; {@code accessStaysClosed} names what stays closed for good. */
    record IncidentResolved(String summary, List<AccessPoint> accessStaysClosed) implements LifecycleEvent {
        public IncidentResolved {
            accessStaysClosed = List.copyOf(accessStaysClosed);
        }
    }

    /** A resolved incident goes on. */
    record IncidentReopened(String reason) implements LifecycleEvent {}

    /** The report was no incident. */
    record ReportRejected(String reason) implements LifecycleEvent {}

    /** The incident is a duplicate of another, which goes on. */
    record IncidentMerged(IncidentId into, String reason) implements LifecycleEvent {}
}
