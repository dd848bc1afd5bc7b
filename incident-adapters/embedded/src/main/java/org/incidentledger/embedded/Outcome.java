package org.incidentledger.embedded;

import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.ledger.Receipt;

/** What became of a command. */
public sealed interface Outcome {
    /**
     * The command was granted and its events are durable.
     *
     * @param repeated the same command had been granted before; nothing was appended this time
     */
    record Accepted(Receipt receipt, boolean repeated) implements Outcome {}

    /** A rule stands against the command; nothing was appended. */
    record Refused(Refusal refusal) implements Outcome {}

    /**
     * The receipt of a granted command.
     *
     * @throws CommandRefusedException when the command was refused
     */
    default Receipt receipt() {
        return switch (this) {
            case Accepted accepted -> accepted.receipt();
            case Refused refused -> throw new CommandRefusedException(refused.refusal());
        };
    }
}
