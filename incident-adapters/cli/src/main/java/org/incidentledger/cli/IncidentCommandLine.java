package org.incidentledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.List;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.IncidentRoot;
import org.incidentledger.cli.invocation.Surroundings;
import org.incidentledger.cli.invocation.WordConversion;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command {@code incident}. */
public final class IncidentCommandLine {
    private IncidentCommandLine() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        Surroundings process = Surroundings.ofProcess();
        int exitCode = run(process, args);
        process.out().flush();
        System.exit(exitCode);
    }

    /**
     * Runs one command within the surroundings.
     *
     * @return the exit code, one of {@link ExitCode}
     */
    public static int run(Surroundings surroundings, String... args) {
        FailureReport report = new FailureReport(surroundings, List.of(args));
        try {
            return commandLine(surroundings, report, args).execute(args);
        } catch (StackOverflowError | OutOfMemoryError e) {
            return report.print(Failures.of(e));
        }
    }

    private static CommandLine commandLine(Surroundings surroundings, FailureReport report, String... args) {
        CommandLine commands = new CommandLine(new IncidentRoot(surroundings));
        Commands.named(args).forEach(commands::addSubcommand);
        WordConversion.register(commands);
        PrintWriter out = new PrintWriter(surroundings.out(), true, UTF_8);
        commands.setExpandAtFiles(false)
                .setOut(out)
                .setErr(new PrintWriter(surroundings.err(), true, UTF_8))
                .setParameterExceptionHandler((e, given) -> report.print(usage(e)))
                .setExecutionExceptionHandler((e, command, parsed) -> report.print(Failures.of(e)));
        return commands;
    }

    private static Failure usage(ParameterException e) {
        return Failure.badInput(
                "%s; see '%s --help'"
                        .formatted(
                                e.getMessage(),
                                e.getCommandLine().getCommandSpec().qualifiedName()),
                e);
    }
}
