package org.incidentledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs every case once, as small as can be; says nothing about time. */
class BenchmarksTest {
    private final Results results =
            new Results(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), 1);

    @TempDir
    Path folder;

    @Test
    void every_contestant_does_the_work_of_every_case_on_h2() throws IOException, SQLException {
        try (Site site = new H2Site(folder)) {
            runEverything(site);
            assertThat(contestants(Appending.WORKLOAD)).contains(Contestant.STOCK_UNFORCED);
        }
    }

    @Test
    void every_contestant_does_the_work_of_every_case_on_postgresql() throws IOException, SQLException {
        try (Site site = PostgresSite.start(folder)) {
            runEverything(site);
        }
    }

    @Test
    void the_folders_of_what_is_written_are_made_first() throws IOException {
        Path docs = folder.resolve("new/docs");
        Path json = folder.resolve("samples/all.json");

        assertThat(run("--write-docs", docs.toString(), "--json", json.toString()))
                .isZero();
        assertThat(docs.resolve("performance.md")).isNotEmptyFile();
        assertThat(json).isNotEmptyFile();

        assertThat(run("--write-docs", json.toString())).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run("--json", json.resolve("samples.json").toString())).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    private int run(String... output) {
        CommandLine command = new CommandLine(new Benchmarks());
        return command.execute(Stream.concat(
                        Stream.of("--tiny", "--only", "H2", "--workloads", "LOAD", "--folder", folder.toString()),
                        Stream.of(output))
                .toArray(String[]::new));
    }

    private void runEverything(Site site) throws IOException, SQLException {
        new Appending(site, Sizes.tiny(), results).run();
        new SealedAppending(site, Sizes.tiny(), results).run();
        new Loading(site, Sizes.tiny(), results).run();
        new Reading(site, Sizes.tiny(), results).run();

        assertThat(contestants(Appending.WORKLOAD))
                .contains(
                        Contestant.OURS,
                        Contestant.OURS_WITH_VIEWS,
                        Contestant.STOCK,
                        Contestant.MEMORY,
                        Contestant.INDEXED_MEMORY,
                        Contestant.PLAIN,
                        Contestant.ENVERS);
        assertThat(contestants(SealedAppending.WORKLOAD))
                .contains(Contestant.OURS, SealedAppending.SEALED, SealedAppending.SEALED_RETURNING);
        assertThat(contestants(Loading.WORKLOAD))
                .containsExactlyInAnyOrder(
                        Contestant.OURS, Contestant.STOCK, Contestant.INDEXED_MEMORY, Contestant.ENVERS);
        assertThat(contestants(Loading.COLD))
                .containsExactlyInAnyOrder(Contestant.OURS, Loading.WITHOUT_SNAPSHOT, Contestant.STOCK);
        assertThat(contestants(Reading.READ))
                .contains(Contestant.OURS, Contestant.STOCK, Contestant.ENVERS, Reading.SCAN, Reading.VERIFY);
        assertThat(results.all()).allMatch(measured -> measured.median() > 0);
        assertThatTheReportHasThemAll(site);
    }

    private void assertThatTheReportHasThemAll(Site site) throws IOException {
        Machine machine = Machine.here(folder, List.of(site));
        Report report = new Report(machine, Sizes.tiny(), results.all(), Goal.all(results, List.of(site)));
        report.writeDocs(folder);
        report.writeJson(folder.resolve("samples.json"));

        assertThat(folder.resolve("performance.md"))
                .content()
                .contains(
                        "| database | " + site.name(),
                        "| " + Contestant.OURS_WITH_VIEWS + " |",
                        "| %s | %s, 1 caller | ".formatted(site.name(), SealedAppending.WORKLOAD),
                        "| %s | %s, 2 callers | ".formatted(site.name(), SealedAppending.WORKLOAD),
                        "| %s | %s |".formatted(site.name(), Reading.REBUILD))
                .doesNotContainPattern("\\{\\w+}");
        assertThat(folder.resolve("performance.svg")).content().contains(site.name(), Contestant.ENVERS);
        assertThat(folder.resolve("samples.json")).content().contains("\"reached\"");
    }

    private List<String> contestants(String workload) {
        return results.all().stream()
                .filter(measured -> measured.workload().equals(workload))
                .map(Measurement::contestant)
                .toList();
    }
}
