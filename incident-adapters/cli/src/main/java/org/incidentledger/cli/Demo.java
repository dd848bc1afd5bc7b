package org.incidentledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.LedgerPlace;
import org.incidentledger.cli.invocation.Surroundings;
import org.incidentledger.embedded.IncidentLedger;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        description = {
            "Take one incident through its life on a fresh ledger, command by command, and print timeline, audit trail",
            "and replay. Uses a temporary folder, unless an empty one is named with --ledger."
        },
        footer = {"  incident demo", "  incident demo --ledger my-first-ledger"})
final class Demo extends CliCommand {
    @Override
    protected int run(Invocation invocation) throws IOException {
        boolean named = invocation.namesLedger();
        Path folder = named ? folderOf(invocation) : Files.createTempDirectory("incident-demo-");
        try {
            return play(invocation.surroundings(), folder);
        } finally {
            if (!named) {
                deleteAll(folder);
            }
        }
    }

    private static Path folderOf(Invocation invocation) {
        LedgerPlace place = invocation.ledger();
        if (!(place instanceof LedgerPlace.Folder folder)) {
            throw Failure.badInput("the demo runs in a folder; name an empty one with --ledger");
        }
        if (place.exists()) {
            try (IncidentLedger ledger = invocation.openExisting()) {
                long size = ledger.head().size();
                if (size > 0) {
                    throw Failure.badInput("the ledger in %s has %,d entries; the demo only runs on an empty one"
                            .formatted(place, size));
                }
            }
        }
        return folder.path();
    }

    private static int play(Surroundings surroundings, Path folder) {
        surroundings.out().println("One incident from its report to its post-mortem, on a ledger in " + folder + ".");
        for (DemoScene scene : DemoScene.all()) {
            surroundings.out().println("\n" + scene.narration());
            for (String command : scene.commands()) {
                surroundings.out().println("$ incident " + command);
                int exitCode = IncidentCommandLine.run(surroundings, on(folder, DemoScene.words(command)));
                if (exitCode != ExitCode.DONE) {
                    throw Failure.check("the demo ended early: 'incident %s' failed with exit code %d"
                            .formatted(command, exitCode));
                }
            }
        }
        return ExitCode.DONE;
    }

    private static String[] on(Path folder, List<String> command) {
        List<String> args = new ArrayList<>(command);
        args.add("--ledger");
        args.add(folder.toString());
        return args.toArray(String[]::new);
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
