package org.incidentledger.cli.incident;

import java.util.List;
import org.incidentledger.cli.invocation.BoundedText;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.embedded.CommandSender;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Outcome;
import org.incidentledger.embedded.Sealing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands about the internal record of an incident. */
final class RecordSteps {
    private RecordSteps() {}

    @Command(
            name = "record-finding",
            description =
                    "Record what was found out; never public. Evidence stays where it is, its digest is recorded.",
            footer = {
                "  incident record-finding --incident 2026-11-22-7f3k9q --finding 'Key of client/4711 used from"
                        + " abroad'",
                "  incident record-finding --incident 2026-11-22-7f3k9q --finding-file notes.txt --evidence auth.log"
            })
    static final class RecordFinding extends IncidentStep {
        @Option(
                names = "--finding",
                paramLabel = "TEXT",
                description = "Up to 30,000 characters, '-' for standard input.")
        @Nullable
        String finding;

        @Option(names = "--finding-file", paramLabel = "FILE", description = "The same from a file, '-' for input.")
        @Nullable
        String findingFile;

        @Option(names = "--evidence", paramLabel = "FILE", description = "A piece of evidence; may be repeated.")
        List<String> evidence = List.of();

        @Option(
                names = "--sealed-note",
                paramLabel = "TEXT",
                description = "What names people or secrets, sealed; '-' for standard input.")
        @Nullable
        String sealedNote;

        @Option(names = "--sealed-note-file", paramLabel = "FILE", description = "The same from a file.")
        @Nullable
        String sealedNoteFile;

        @Option(names = "--sealed-subject", paramLabel = "REF", description = "Whom the sealed note is about.")
        @Nullable
        String sealedSubject;

        private @Nullable String note;

        @Override
        Outcome send(CommandSender sender, IncidentLedger ledger, IncidentCommand command) {
            if (note == null || sealedSubject == null) {
                return sender.send(command);
            }
            Sealing sealing = ledger.sealing();
            RecordCommand.RecordFinding found = (RecordCommand.RecordFinding) command;
            return sender.with(sealing)
                    .send(new RecordCommand.RecordFinding(
                            found.incident(),
                            found.finding(),
                            found.evidence(),
                            sealing.seal(new ActorRef(sealedSubject), note)));
        }

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            note = BoundedText.optional("sealed note", sealedNote, sealedNoteFile, invocation.surroundings());
            if ((note == null) != (sealedSubject == null)) {
                throw Failure.badInput("a sealed note takes both: --sealed-subject REF and --sealed-note TEXT");
            }
            return Sending.of(
                    new RecordCommand.RecordFinding(
                            id,
                            BoundedText.required("finding", finding, findingFile, invocation.surroundings()),
                            evidence.stream()
                                    .map(file -> EvidenceFile.of(file, invocation.surroundings()))
                                    .toList(),
                            null),
                    evidence.isEmpty()
                            ? "finding recorded"
                            : "finding recorded with %d pieces of evidence".formatted(evidence.size()));
        }
    }

    @Command(
            name = "correct-record",
            description = "Say that an earlier entry of the incident was wrong; the entry stays.",
            footer = {
                "  incident audit --incident 2026-11-22-7f3k9q",
                "  incident correct-record --incident 2026-11-22-7f3k9q --sequence 3 --correction 'It was node-9'"
            })
    static final class CorrectRecord extends IncidentStep {
        @Option(
                names = "--sequence",
                required = true,
                paramLabel = "N",
                description = "Which entry, counted from 0 within the incident.")
        long sequence;

        @Option(names = "--correction", required = true, paramLabel = "TEXT", description = "What is right.")
        String correction = "";

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(
                    new RecordCommand.CorrectRecord(id, sequence, correction),
                    "entry %d corrected".formatted(sequence));
        }
    }
}
