package org.incidentledger.cli.upkeep;

import org.incidentledger.cli.invocation.CommandGroup;
import picocli.CommandLine.Command;

/** Imports from other systems. */
@Command(
        name = "import",
        description = "Take in the history of another system.",
        subcommands = ImportStatuspage.class,
        footer = "  incident import statuspage incidents.json scheduled-maintenances.json")
public final class ImportGroup extends CommandGroup {}
