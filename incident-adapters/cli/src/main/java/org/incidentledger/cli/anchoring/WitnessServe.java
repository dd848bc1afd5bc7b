package org.incidentledger.cli.anchoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.UUID;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.FilePath;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.ListenOption;
import org.incidentledger.witness.KnownLogs;
import org.incidentledger.witness.Witness;
import org.incidentledger.witness.WitnessFolder;
import org.incidentledger.witness.WitnessServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = {
            "Be a witness, until stopped: cosign the checkpoints of the logs that DIR/logs.txt names, each only when it",
            "continues the last. A line of logs.txt is 'log VKEY', with the VKEY of a ledger's ledger.vkey. The key is made",
            "on the first start; give DIR/witness.vkey to the ledgers' operators. Best on a machine and under an account",
            "that those who run the ledger cannot reach. It needs no ledger of its own, and speaks plain HTTP."
        },
        footer = {
            "  incident witness serve --dir witness --port 8420",
            "  incident witness serve --dir witness --port 8420 --address 10.0.0.7 --name witness.example.org"
        })
final class WitnessServe extends CliCommand {
    @Option(
            names = "--dir",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the witness's key and state.")
    String dir = "";

    @Option(names = "--port", required = true, paramLabel = "N", description = "Port to listen on; 0 for any.")
    int port;

    @Mixin
    ListenOption listen = new ListenOption();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name of the key when it is made, such as witness.example.org (default: a random one).")
    @Nullable
    String name;

    @Override
    protected int run(Invocation invocation) throws IOException {
        InetSocketAddress listening = listen.at(port);
        try (WitnessFolder folder = WitnessFolder.open(FilePath.of(dir, invocation))) {
            KnownLogs logs = folder.logs();
            String chosen = name == null ? "incident-witness/" + UUID.randomUUID() : name;
            Witness witness = Witness.of(
                    logs, folder.key(chosen, invocation.surroundings().clock()), folder);
            try (WitnessServer server = WitnessServer.start(listening, witness, invocation::tell)) {
                say(invocation, witness, server, logs);
                ListenOption.awaitInterruption();
            }
        }
        return ExitCode.DONE;
    }

    private static void say(Invocation invocation, Witness witness, WitnessServer server, KnownLogs logs) {
        String key = witness.verifierKey().text();
        invocation
                .answers()
                .print(
                        () -> "Witness %s\nat %s for %d logs%s."
                                .formatted(
                                        key,
                                        server.address(),
                                        logs.origins().size(),
                                        logs.origins().isEmpty()
                                                ? ": write lines 'log VKEY' into logs.txt and start again"
                                                : ""),
                        () -> json(key, server, logs));
    }

    private static ObjectNode json(String key, WitnessServer server, KnownLogs logs) {
        ObjectNode object =
                Answers.object().put("key", key).put("address", server.address().toString());
        logs.origins().forEach(object.putArray("logs")::add);
        return object;
    }
}
