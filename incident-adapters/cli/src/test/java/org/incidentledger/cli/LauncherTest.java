package org.incidentledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the command line; where there is no bash, these tests are skipped. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("incident").toAbsolutePath();

    @TempDir
    Path folder;

    @BeforeEach
    void findBash() {
        assumeTrue(Files.isExecutable(LAUNCHER), "skipped: " + LAUNCHER + " cannot be executed here");
        assumeTrue(
                File.pathSeparatorChar == ':' && Files.isExecutable(Path.of("/bin/bash")),
                "skipped: there is no bash here");
    }

    @Test
    void runs_from_any_folder_through_a_symbolic_link() throws Exception {
        assumeTrue(
                Files.exists(LAUNCHER.resolveSibling("target/launcher.stamp")),
                "skipped: nothing was built by the launcher yet; run incident-adapters/cli/incident once");
        Path link = Files.createSymbolicLink(folder.resolve("linked"), LAUNCHER);

        Run run = run(
                link,
                Map.of("INCIDENT_BUILD", "no"),
                "report",
                "--title",
                "Ä",
                "--kind",
                "abuse",
                "--severity",
                "minor");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).matches("\\d{4}-\\d\\d-\\d\\d-[0-9a-z]{6}\n");
        assertThat(folder.resolve("incident-ledger")).isDirectory();
    }

    @Test
    void says_in_one_line_that_the_java_it_was_given_is_none() throws Exception {
        Run run = run(LAUNCHER, Map.of("INCIDENT_JAVA", "nowhere"), "--version");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("incident: INCIDENT_JAVA is 'nowhere'").hasLineCount(1);
    }

    @Test
    void says_in_one_line_that_there_is_no_maven_to_build_with() throws Exception {
        Path copy = Files.createDirectories(folder.resolve("clone/incident-adapters/cli"))
                .resolve("incident");
        Files.copy(LAUNCHER, copy);
        assertThat(copy.toFile().setExecutable(true)).isTrue();

        Run run = run(
                copy, Map.of("INCIDENT_JAVA", System.getProperty("java.home"), "INCIDENT_MVN", "no-such-mvn"), "demo");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("there is no 'no-such-mvn'").hasLineCount(1);
        assertThat(copy.resolveSibling("target")).doesNotExist();
    }

    private record Run(int exitCode, String out, String err) {}

    private Run run(Path script, Map<String, String> environment, String... args)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        String[] command = new String[args.length + 1];
        command[0] = script.toString();
        System.arraycopy(args, 0, command, 1, args.length);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
