package org.incidentledger.core.history;

import java.util.Set;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.maintenance.MaintenanceId;

/** Which stream the events of an aggregate are in. */
public final class Streams {
    /** The category of the streams of incidents. */
    public static final String INCIDENT = "incident";

    /** The category of the streams of maintenances. */
    public static final String MAINTENANCE = "maintenance";

    /** The stream of the catalog; a ledger has one. */
    public static final StreamId CATALOG = new StreamId("catalog", "main");

    /** The stream of the ledger itself. */
    public static final StreamId LEDGER = new StreamId("ledger", "main");

    private static final Set<String> SUBJECTS = Set.of("staff", "client", "service", "researcher", "supplier");

    private Streams() {}

    /** The stream of an incident. */
    public static StreamId of(IncidentId incident) {
        return new StreamId(INCIDENT, incident.value());
    }

    /** The stream of a maintenance. */
    public static StreamId of(MaintenanceId maintenance) {
        return new StreamId(MAINTENANCE, maintenance.value());
    }

    /** The stream of a subject, which is named like the subject. */
    public static StreamId of(ActorRef subject) {
        return StreamId.parse(subject.value());
    }

    /** Whether a stream is that of a subject. */
    public static boolean isOfSubject(StreamId stream) {
        return SUBJECTS.contains(stream.category());
    }

    /**
     * The subject whose stream it is.
     *
     * @throws IllegalArgumentException when it is not the stream of a subject
     */
    public static ActorRef subject(StreamId stream) {
        if (!isOfSubject(stream)) {
            throw new IllegalArgumentException("%s cannot hold an event of a subject".formatted(stream));
        }
        return new ActorRef(stream.toString());
    }
}
