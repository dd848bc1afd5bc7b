package org.incidentledger.embedded;

import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.Severity;

/** Incidents of which a test wants nothing but that they are there. */
final class SmallReports {
    private SmallReports() {}

    /** Reports one, and gives back the position of its entry. */
    static long report(IncidentLedger ledger, String id) {
        return ledger.as(new ActorRef("staff/ada"))
                .send(LifecycleCommand.ReportIncident.of(
                        new IncidentId(id), "Something", IncidentKind.ABUSE, Severity.MINOR))
                .receipt()
                .lastPosition();
    }
}
