package org.incidentledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.incidentledger.cli.Terminal.Printed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    Path folder;

    @Test
    void takes_one_incident_through_its_life_once_and_only_on_an_empty_ledger() {
        Terminal terminal = new Terminal(folder);

        Printed demo = terminal.done("demo", "--ledger", "demo");

        assertThat(demo.err()).isEmpty();
        assertThat(demo.out().lines().count()).isLessThanOrEqualTo(120);
        assertThat(demo.out())
                .contains(
                        "$ incident timeline", "$ incident audit", "$ incident replay", "=> closed, public: resolved");
        assertThat(terminal.run("demo", "--ledger", "demo"))
                .returns(2, Printed::exitCode)
                .extracting(Printed::err)
                .asString()
                .contains("only runs on an empty one");
    }
}
