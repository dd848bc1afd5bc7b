package org.incidentledger.cli.invocation;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code incident} itself: the options that every command has, given before or after its name. */
@Command(
        name = "incident",
        header = "Keeps incidents in a ledger: report, contain, notify, resolve, publish.",
        description = {
            "",
            "Every command appends facts to a ledger or shows what it says; nothing is ever edited.",
            "Times are printed in UTC unless --time-zone says otherwise."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions of every command:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  incident demo",
            "  incident report --title 'Unknown login on node-7' --kind security-event --severity major",
            "  incident timeline --incident 2026-11-22-7f3k9q",
            "",
            "Exit codes: 0 done; 1 refused by a rule, or a check failed; 2 bad input or usage;",
            "3 storage, or an unexpected failure. On every failure one line on standard error begins with",
            "'incident: '; with --json standard output has one object with the member \"error\" as well.",
            "Environment: INCIDENT_LEDGER and INCIDENT_ACTOR stand in for --ledger and --actor.",
        },
        sortOptions = false,
        usageHelpAutoWidth = true,
        versionProvider = Version.class)
public final class IncidentRoot implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--ledger",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR|URL",
            defaultValue = "${env:INCIDENT_LEDGER}",
            description = "Folder of the ledger, or jdbc:postgresql://… (default: ./incident-ledger).")
    @Nullable
    String ledger;

    @Option(
            names = "--actor",
            scope = ScopeType.INHERIT,
            paramLabel = "REF",
            defaultValue = "${env:INCIDENT_ACTOR}",
            description = "Who says it: system, or staff/…, client/…, service/… (default: staff/ and your user name).")
    @Nullable
    String actor;

    @Option(
            names = "--time-zone",
            scope = ScopeType.INHERIT,
            paramLabel = "ZONE",
            description = "Zone of printed and of local times, such as Europe/Berlin.")
    @Nullable
    String timeZone;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "One JSON object on standard output, for machines.")
    boolean json;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure too.")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;

    public IncidentRoot(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public Integer call() {
        throw Failure.badInput("no command is given; try 'incident demo' or 'incident --help'");
    }
}
