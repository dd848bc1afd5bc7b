package org.incidentledger.contracts.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The invariants of docs/invariants.md, on thousands of scenarios. */
class InvariantsTest {
    private static final int SCENARIOS = 3_000;
    private static final int COMMANDS = 100_000;

    @Test
    void hold_in_every_scenario() {
        long[] commands = {0};

        Scenario.each(SCENARIOS, scenario -> {
            List<Step> steps = scenario.commands().toList();
            commands[0] += steps.size();
            for (Invariant invariant : Invariant.ALL) {
                invariant.check(steps);
            }
        });

        System.out.printf("%,d commands kept %d invariants%n", commands[0], Invariant.ALL.size());
        assumeThat(System.getProperty("scenario.seed")).isNull();
        assumeThat(System.getProperty("scenario.count")).isNull();
        assertThat(commands[0]).isGreaterThanOrEqualTo(COMMANDS);
    }

    @Test
    void are_those_of_the_document() throws IOException {
        String document = Files.readString(document());

        assertThat(document.lines()
                        .filter(line -> line.startsWith("## I"))
                        .map(line -> line.replaceAll("^## (I\\d+) .*", "$1")))
                .containsExactlyElementsOf(
                        Invariant.ALL.stream().map(Invariant::number).toList());
    }

    private static Path document() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/invariants.md"))) {
            folder = folder.getParent();
            assertThat(folder).as("an ancestor with docs/invariants.md").isNotNull();
        }
        return folder.resolve("docs/invariants.md");
    }
}
