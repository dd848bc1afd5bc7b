package org.incidentledger.cli.upkeep;

import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Invocation;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

@Command(
        name = "completion",
        description = "Print a script that completes commands, options and words in bash and zsh.",
        footer = {
            "  source <(incident completion)",
            "  incident completion > ~/.local/share/bash-completion/completions/incident"
        })
public final class Completion extends CliCommand {
    @Override
    protected int run(Invocation invocation) {
        invocation.answers().text(AutoComplete.bash("incident", spec().root().commandLine()));
        return ExitCode.DONE;
    }
}
