package org.incidentledger.embedded;

import java.security.SecureRandom;
import java.time.Clock;
import org.incidentledger.contracts.scenario.Scenario;
import org.incidentledger.core.sealing.SealedHolder;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.ledger.memory.MemoryLedger;
import org.incidentledger.sealing.KeyWrapper;
import org.incidentledger.sealing.Sealer;

/** Gives a command of a scenario the values to which it refers. */
final class ScenarioSealing {
    private ScenarioSealing() {}

    static CommandSender with(CommandSender sender, SealedHolder command) {
        Sealing sealing = new Sealing(new Sealer(
                new MemoryLedger(Clock.systemUTC()).sealed(), KeyWrapper.ofThisProcess(), new SecureRandom()));
        for (SealedValue value : command.sealedValues()) {
            sealing.hold(Scenario.plain(value.id(), value.subject()));
        }
        return sender.with(sealing);
    }
}
