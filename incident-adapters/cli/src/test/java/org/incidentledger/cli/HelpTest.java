package org.incidentledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.incidentledger.cli.invocation.IncidentRoot;
import org.incidentledger.cli.invocation.Surroundings;
import org.incidentledger.cli.invocation.WordConversion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HelpTest {
    @TempDir
    Path folder;

    @Test
    void of_every_command_has_a_description_and_examples_that_can_be_parsed() {
        List<CommandLine> commands = all(whole());

        assertThat(commands).hasSizeGreaterThan(50);
        for (CommandLine command : commands) {
            String help = command.getUsageMessage();
            assertThat(help).contains("Examples:", "--ledger", "--json");
            for (String example : examples(command)) {
                whole().parseArgs(example.split(" "));
            }
        }
    }

    @Test
    void lists_every_word_of_an_enumeration_in_kebab_case() {
        assertThat(new Terminal(folder).done("report", "--help").out().replaceAll("\\s+", " "))
                .contains("security-event, data-breach, vulnerability, abuse, availability, performance");
    }

    @Test
    void of_the_whole_lists_every_command() {
        assertThat(new Terminal(folder).done("--help").out())
                .contains("demo", "post-update", "maintenance", "replay", "Exit codes");
        assertThat(new Terminal(folder).done("--version").out()).startsWith("incident ");
    }

    @Test
    void completion_offers_commands_options_and_words() {
        assertThat(new Terminal(folder).done("completion").out())
                .contains("complete -F", "close-access", "--occurred-at", "security-event")
                .doesNotContain("SECURITY_EVENT");
    }

    private static CommandLine whole() {
        CommandLine whole = new CommandLine(new IncidentRoot(Surroundings.ofProcess()));
        Commands.named().forEach(whole::addSubcommand);
        WordConversion.register(whole);
        return whole.setExpandAtFiles(false);
    }

    private static List<CommandLine> all(CommandLine command) {
        List<CommandLine> commands = new ArrayList<>(List.of(command));
        command.getSubcommands().values().forEach(sub -> commands.addAll(all(sub)));
        return commands;
    }

    /** The examples without their first word; quoted words become one, redirections are left out. */
    private static List<String> examples(CommandLine command) {
        String footer =
                String.join("\n", command.getCommandSpec().usageMessage().footer());
        return footer.replace("\\\n", " ")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("incident "))
                .map(line -> line.substring("incident ".length())
                        .replaceAll("'[^']*'", "quoted")
                        .replaceAll(" >.*", "")
                        .replaceAll("\\s+", " "))
                .toList();
    }
}
