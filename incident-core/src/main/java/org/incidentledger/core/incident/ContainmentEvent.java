package org.incidentledger.core.incident;

/** Events that keep an incident from spreading. */
public sealed interface ContainmentEvent extends IncidentEvent {
    /** The connections of an access point were closed. */
    record AccessClosed(AccessPoint accessPoint, String outcome, boolean verified) implements ContainmentEvent {}

    /** A closed access point is open again. */
    record AccessRestored(AccessPoint accessPoint, String outcome) implements ContainmentEvent {}

    /** The incident cannot spread any further. */
    record IncidentContained(String summary) implements ContainmentEvent {}

    /** A contained incident spreads again. */
    record ContainmentLost(String reason) implements ContainmentEvent {}
}
