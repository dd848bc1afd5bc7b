package org.incidentledger.cli.privacy;

import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.core.access.Action;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.sealing.KeysetFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rotate-sealing-key",
        description = {
            "Wrap the keys of all subjects by a new key of the keyset file; no entry and no value changes.",
            "The keys before stay in the file until --drop-old, after which older copies of the database can be opened"
                    + " no more."
        },
        footer = {"  incident rotate-sealing-key", "  incident rotate-sealing-key --drop-old"})
final class RotateSealingKey extends CliCommand {
    @Option(
            names = "--drop-old",
            description = "Make no new key: wrap what is not yet wrapped by the present one, and destroy all others.")
    boolean dropOld;

    @Override
    protected int run(Invocation invocation) {
        KeysetFile keyset = new KeysetFile(invocation.ledger().keys().resolve(IncidentLedger.SEALING_KEYSET));
        long wrapped;
        try (IncidentLedger ledger = invocation.openExisting()) {
            invocation.require(ledger, Action.ROTATE_KEYS);
            if (!dropOld) {
                keyset.addKey();
            }
            wrapped = ledger.as(invocation.actor()).vault().rewrapKeys();
        }
        int dropped = dropOld ? keyset.dropOldKeys() : 0;
        invocation
                .answers()
                .print(
                        () -> "the keys of %d subjects are wrapped by the present key; %d old keys destroyed"
                                .formatted(wrapped, dropped),
                        () -> Answers.object().put("subjects", wrapped).put("destroyed", dropped));
        return ExitCode.DONE;
    }
}
