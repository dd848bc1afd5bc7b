package org.incidentledger.cli.privacy;

import java.util.Map;
import org.incidentledger.cli.invocation.Accepted;
import org.incidentledger.cli.invocation.BoundedText;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.WriteOptions;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.core.subject.SubjectCommand;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Sealing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "describe-subject",
        description = {
            "Say who is behind a reference, sealed: the ledger holds a commitment, the value can be erased.",
            "What other users of the machine must not see on the command line comes from standard input: '-'."
        },
        footer = {
            "  incident describe-subject staff/7f3a --name 'Ada Example'",
            "  incident describe-subject client/4711 --contact -"
        })
final class DescribeSubject extends CliCommand {
    @Parameters(paramLabel = "REF", description = "Whom it is about, such as client/4711.")
    String subject = "";

    @Option(names = "--name", paramLabel = "TEXT", description = "The name, '-' for standard input.")
    @Nullable
    String name;

    @Option(names = "--contact", paramLabel = "TEXT", description = "An address or a number, '-' for standard input.")
    @Nullable
    String contact;

    @Mixin
    WriteOptions write = new WriteOptions();

    @Override
    protected int run(Invocation invocation) {
        write.check(invocation);
        ActorRef about = new ActorRef(subject);
        String givenName = BoundedText.optional("name", name, null, invocation.surroundings());
        String givenContact = BoundedText.optional("contact", contact, null, invocation.surroundings());
        try (IncidentLedger ledger = invocation.openOrMake()) {
            Sealing sealing = ledger.sealing();
            SubjectCommand command = new SubjectCommand.DescribeSubject(
                    about, sealed(sealing, about, givenName), sealed(sealing, about, givenContact));
            return Accepted.print(
                    invocation,
                    write.sender(invocation, ledger).with(sealing).send(command),
                    "%s described, sealed".formatted(about),
                    Map.of("subject", about.value()));
        }
    }

    private static @Nullable SealedValue sealed(Sealing sealing, ActorRef about, @Nullable String text) {
        return text == null ? null : sealing.seal(about, text);
    }
}
