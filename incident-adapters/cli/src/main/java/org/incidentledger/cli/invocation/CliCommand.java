package org.incidentledger.cli.invocation;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command of the command line. */
@Command(
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        descriptionHeading = "%n",
        footerHeading = "%nExamples:%n",
        sortOptions = false,
        usageHelpAutoWidth = true,
        abbreviateSynopsis = true)
public abstract class CliCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public final Integer call() throws IOException {
        return run(Invocation.of(spec));
    }

    /**
     * Does it and prints the answer.
     *
     * @return one of {@link ExitCode}
     * @throws IOException like every unchecked exception, it ends as one line on standard error
     */
    protected abstract int run(Invocation invocation) throws IOException;

    /** The command as picocli knows it. */
    protected final CommandSpec spec() {
        return spec;
    }
}
