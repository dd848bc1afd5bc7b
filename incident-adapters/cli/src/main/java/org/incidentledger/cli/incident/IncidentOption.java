package org.incidentledger.cli.incident;

import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.incident.IncidentId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of a command about one incident, which exists. */
final class IncidentOption {
    @Option(names = "--incident", paramLabel = "ID", description = "The incident that is meant.")
    @Nullable
    String incident;

    /** @throws Failure naming those that are open, when none is named */
    IncidentId required(Invocation invocation) {
        if (incident == null) {
            throw OpenIncidents.missingChoice(invocation);
        }
        return new IncidentId(incident);
    }

    /** Refuses as a ledger without entries would, but makes no ledger for that. */
    static void requireLedger(IncidentId id, Invocation invocation) {
        if (!invocation.ledger().exists()) {
            throw Failure.refused(new Refusal(
                    Rule.INCIDENT_UNKNOWN,
                    "there is no incident %s, nor a ledger in %s; report it first".formatted(id, invocation.ledger())));
        }
    }
}
