package org.incidentledger.core.incident;

/** Commands that keep an incident from spreading. */
public sealed interface ContainmentCommand extends IncidentCommand {
    /**
     * Says that the connections of an access point were closed.
     *
     * @param outcome what was done and what came of it
     * @param verified whether somebody checked that nobody gets in any more
     */
    record CloseAccess(IncidentId incident, AccessPoint accessPoint, String outcome, boolean verified)
            implements ContainmentCommand {}

    /** Says that a closed access point is open again. */
    record RestoreAccess(IncidentId incident, AccessPoint accessPoint, String outcome) implements ContainmentCommand {}

    /** Says that the incident cannot spread any further. */
    record ContainIncident(IncidentId incident, String summary) implements ContainmentCommand {}

    /** Says that a contained incident spreads again. */
    record ReportContainmentLoss(IncidentId incident, String reason) implements ContainmentCommand {}
}
