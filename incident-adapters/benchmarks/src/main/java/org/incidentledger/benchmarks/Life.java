package org.incidentledger.benchmarks;

import java.util.List;
import java.util.Locale;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.AssessmentCommand;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.IncidentRole;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.publication.UpdateId;

/** One incident after the other, each of ten commands with one event each, from report to resolution. For one thread. */
final class Life {
    /** How many commands an incident gets, and how many events follow from them. */
    static final int COMMANDS = 10;

    private static final ActorRef COMMANDER = new ActorRef("staff/7f3a");

    private final String prefix;
    private long incidents;
    private int step;

    /** @param prefix begins the name of every incident of this life, of no other */
    Life(String prefix) {
        this.prefix = prefix;
    }

    /** The command that comes next. */
    IncidentCommand next() {
        IncidentId incident = new IncidentId(prefix + "-" + incidents);
        IncidentCommand command = command(incident, step);
        step++;
        if (step == COMMANDS) {
            step = 0;
            incidents++;
        }
        return command;
    }

    /** The command that reports an incident which goes on for long. */
    static IncidentCommand report(IncidentId incident) {
        return command(incident, 0);
    }

    /** The command that takes an incident up; refused when somebody has. */
    static IncidentCommand acknowledge(IncidentId incident) {
        return command(incident, 1);
    }

    /** One of the many commands of an incident which goes on for long. */
    static IncidentCommand finding(IncidentId incident, int number) {
        return new RecordCommand.RecordFinding(
                incident,
                String.format(
                        Locale.ROOT,
                        "Finding %d: the storage controller of node n-14 reports timeouts on two of its four paths since the change"
                                + " of cables; traffic goes over the others and latency is three times the usual.",
                        number),
                List.of(),
                null);
    }

    private static IncidentCommand command(IncidentId incident, int step) {
        return switch (step) {
            case 0 ->
                LifecycleCommand.ReportIncident.of(
                        incident,
                        "Node n-14 answers slowly or not at all for part of its clients",
                        IncidentKind.AVAILABILITY,
                        Severity.MAJOR);
            case 1 -> new LifecycleCommand.AcknowledgeIncident(incident);
            case 2 -> new AssessmentCommand.AssignRole(incident, IncidentRole.COMMANDER, COMMANDER);
            case 3 ->
                update(
                        incident,
                        "first",
                        PublicStatus.INVESTIGATING,
                        "We see raised error rates on one of our nodes and look into the cause. Services on other nodes are not"
                                + " affected. The next update follows within half an hour.");
            case 5 ->
                update(
                        incident,
                        "second",
                        PublicStatus.IDENTIFIED,
                        "The cause is a storage path that fails under load. Traffic is being moved to the remaining paths, which"
                                + " takes some minutes for each volume. No data were lost.");
            case 7 -> AssessmentCommand.AssessIncident.severity(incident, Severity.CRITICAL);
            case 8 ->
                update(
                        incident,
                        "third",
                        PublicStatus.MONITORING,
                        "All volumes answer again at their usual speed. We watch the node for another hour before we call this"
                                + " resolved, and replace the part tonight.");
            case 9 ->
                new LifecycleCommand.ResolveIncident(
                        incident, "Cables changed back; controller replaced at 22:40.", false);
            default -> finding(incident, step);
        };
    }

    private static IncidentCommand update(IncidentId incident, String id, PublicStatus status, String text) {
        return PublicationCommand.PostUpdate.of(incident, new UpdateId(id), status, text);
    }
}
