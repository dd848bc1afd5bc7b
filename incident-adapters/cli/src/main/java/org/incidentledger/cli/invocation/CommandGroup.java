package org.incidentledger.cli.invocation;

import java.util.stream.Collectors;

/** A command that only holds others. */
public abstract class CommandGroup extends CliCommand {
    @Override
    protected final int run(Invocation invocation) {
        String group = spec().qualifiedName();
        throw Failure.badInput("'%s' needs one of: %s; see '%s --help'"
                .formatted(group, spec().subcommands().keySet().stream().collect(Collectors.joining(", ")), group));
    }
}
