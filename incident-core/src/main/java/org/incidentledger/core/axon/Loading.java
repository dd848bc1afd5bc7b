package org.incidentledger.core.axon;

import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.incidentledger.core.decision.ImpossibleEventException;
import org.incidentledger.core.ledger.LedgerException;

/** Stops at an event that cannot follow the events before it, saying where in the ledger it lies. */
final class Loading {
    private Loading() {}

    /** @throws LedgerException.Corrupt when an event that was read from the ledger cannot have happened here */
    static <S> S next(EventMessage<?> message, Supplier<S> evolved) {
        try {
            return evolved.get();
        } catch (ImpossibleEventException e) {
            if (message.getMetaData().get(Headers.POSITION) instanceof Number position) {
                throw new LedgerException.Corrupt(
                        position.longValue(),
                        "event %s: %s; restore the ledger from a copy that verifies"
                                .formatted(message.getIdentifier(), e.getMessage()),
                        e);
            }
            throw e;
        }
    }
}
