package org.incidentledger.cli.privacy;

import java.io.IOException;
import org.incidentledger.channels.Outbox;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.OutboxOption;
import org.incidentledger.core.access.Action;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.sealing.KeysetFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rotate-sealing-key",
        description = {
            "Wrap the keys of all subjects and drafts by a new key of the keyset file; no entry and no value changes.",
            "The keys before stay in the file until --drop-old, after which older copies of the database can be opened"
                    + " no more."
        },
        footer = {"  incident rotate-sealing-key", "  incident rotate-sealing-key --drop-old"})
final class RotateSealingKey extends CliCommand {
    @Option(
            names = "--drop-old",
            description = "Make no new key: wrap what is not yet wrapped by the present one, and destroy all others.")
    boolean dropOld;

    @Mixin
    OutboxOption outbox = new OutboxOption();

    @Override
    protected int run(Invocation invocation) throws IOException {
        KeysetFile keyset = invocation.ledger().keyset();
        Outbox unsent = outbox.existing(invocation, keyset);
        long wrapped;
        int drafts;
        try (IncidentLedger ledger = invocation.openExisting()) {
            invocation.require(ledger, Action.ROTATE_KEYS);
            if (!dropOld) {
                keyset.addKey();
            }
            wrapped = ledger.as(invocation.actor()).vault().rewrapKeys();
            drafts = unsent.sealAnew();
        }
        int dropped = dropOld ? keyset.dropOldKeys() : 0;
        invocation
                .answers()
                .print(
                        () ->
                                "the keys of %d subjects and of %d drafts are wrapped by the present key; %d old keys destroyed"
                                        .formatted(wrapped, drafts, dropped),
                        () -> Answers.object()
                                .put("subjects", wrapped)
                                .put("drafts", drafts)
                                .put("destroyed", dropped));
        return ExitCode.DONE;
    }
}
