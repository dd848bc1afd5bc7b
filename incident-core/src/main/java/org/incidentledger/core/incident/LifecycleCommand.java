package org.incidentledger.core.incident;

import java.time.Instant;
import java.util.List;
import org.incidentledger.core.decision.Times;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.sealing.SealedHolder;
import org.incidentledger.core.sealing.SealedValue;
import org.jspecify.annotations.Nullable;

/** Commands that begin, end and resume the life of an incident. */
public sealed interface LifecycleCommand extends IncidentCommand {
    /**
     * Reports an incident; the first command of its life.
     *
     * @param supplier who brought it to light, when the source is a supplier
     * @param description what was seen, for those who respond
     * @param startedAt when it began, if that is known; earlier than it was detected
     * @param exercise a drill: full lifecycle, never public, never sent
     * @param external what another system calls this incident
     * @param reporter the sealed name and address of whoever reported it
     */
    record ReportIncident(
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
            implements LifecycleCommand {
        public ReportIncident {
            startedAt = Times.inMicrosIfAny(startedAt);
            components = List.copyOf(components);
        }

        @Override
        public List<SealedValue> sealedValues() {
            return SealedHolder.present(reporter);
        }

        /** The same with a sealed reporter. */
        public ReportIncident reportedBy(SealedValue who) {
            return with(incident, who);
        }

        /** The same about an incident under another id. */
        public ReportIncident under(IncidentId other) {
            return with(other, reporter);
        }

        private ReportIncident with(IncidentId id, @Nullable SealedValue who) {
            return new ReportIncident(
                    id,
                    title,
                    kind,
                    severity,
                    source,
                    supplier,
                    description,
                    startedAt,
                    components,
                    exercise,
                    external,
                    who);
        }

        /** The least that reports: seen by staff, nothing else known yet. */
        public static ReportIncident of(IncidentId incident, String title, IncidentKind kind, Severity severity) {
            return new ReportIncident(
                    incident,
                    title,
                    kind,
                    severity,
                    ReportSource.STAFF,
                    null,
                    null,
                    null,
                    List.of(),
                    false,
                    null,
                    null);
        }
    }

    /** Says that somebody took the incident up. */
    record AcknowledgeIncident(IncidentId incident) implements LifecycleCommand {}

    /**
     * Says that the incident is over.
     *
     * @param summary how it ended, for those who respond
     * @param accessStaysClosed the access points that are still closed stay so for good
     */
    record ResolveIncident(IncidentId incident, String summary, boolean accessStaysClosed)
            implements LifecycleCommand {}

    /** Says that a resolved incident goes on. */
    record ReopenIncident(IncidentId incident, String reason) implements LifecycleCommand {}

    /** Says that the report was no incident. */
    record RejectReport(IncidentId incident, String reason) implements LifecycleCommand {}

    /**
     * Says that this incident is a duplicate.
     *
     * @param into the incident that goes on
     * @param lineage {@code into} followed by what it was merged into itself, as the ledger knows it when the command is
     *     sent; empty when there is no such incident. The facade fills it in.
     */
    record MergeIncident(IncidentId incident, IncidentId into, String reason, List<IncidentId> lineage)
            implements LifecycleCommand {
        public MergeIncident {
            lineage = List.copyOf(lineage);
        }
    }
}
