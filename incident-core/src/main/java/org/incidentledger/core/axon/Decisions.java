package org.incidentledger.core.axon;

import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;

/** Turns a decision into applied events. */
final class Decisions {
    private Decisions() {}

    /** Applies the events of an accepted command, and answers with the decision either way. */
    static <E> Decision<E> apply(Decision<E> decision, CommandHeader header) {
        if (decision instanceof Decision.Accepted<E> accepted) {
            Map<String, ?> metaData = Headers.metaData(header);
            accepted.events().forEach(event -> AggregateLifecycle.apply(event, MetaData.from(metaData)));
        }
        return decision;
    }
}
