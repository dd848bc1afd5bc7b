package org.incidentledger.cli.anchoring;

import org.incidentledger.cli.invocation.CommandGroup;
import picocli.CommandLine.Command;

/** Witnesses: other machines that attest that the ledger only grew. */
@Command(
        name = "witness",
        description = "Have another machine attest that the ledger only grew, or be that machine.",
        subcommands = {WitnessServe.class, WitnessAdd.class},
        footer = {
            "  incident witness serve --dir witness --port 8420",
            "  incident witness add --url http://127.0.0.1:8420 --key 'NAME+ID+KEY'"
        })
public final class WitnessGroup extends CommandGroup {}
