package org.incidentledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.incidentledger.cli.Terminal.Printed;
import org.incidentledger.cli.invocation.Surroundings;
import org.incidentledger.core.tlog.TrustedLog;
import org.incidentledger.core.tlog.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchoringTest {
    private static final Instant STAMPED = Instant.parse("2026-05-01T10:00:00Z");
    private static final String WITNESS = "witness.test/w+e228aa5e+BDK1PoguParBgNel9iJNYbZAG0P5AdsJ8OTYTOTkonGL";

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void open() {
        terminal = new Terminal(folder);
    }

    private void report(String incident) {
        terminal.done("report", "--incident", incident, "--title", "T", "--kind", "abuse", "--severity", "minor");
    }

    private Path ledger() {
        return folder.resolve("incident-ledger");
    }

    @Test
    void a_ledger_is_attested_until_it_is_put_back() throws Exception {
        report("i1");
        String log = Files.readString(ledger().resolve("ledger.vkey")).strip();
        Path copy = folder.resolve("copy");
        copy(ledger(), copy);
        Files.createDirectories(folder.resolve("w"));
        Files.writeString(folder.resolve("w/logs.txt"), "log " + log + "\n");
        try (RunningWitness witness = new RunningWitness(folder)) {
            JsonNode first = add(witness).json();
            assertThat(first.get("entries").asLong()).isEqualTo(1);
            report("i2");
            report("i3");
            assertThat(add(witness).out()).contains("\"entries\":3");
            assertThat(add(witness).exitCode()).isZero();
            VerifierKey cosigner = VerifierKey.parse(witness.key());
            TrustedLog trusted =
                    new TrustedLog(VerifierKey.parse(log).name(), VerifierKey.parse(log), List.of(cosigner), 1);
            assertThat(trusted.verify(Files.readAllBytes(ledger().resolve("cosigned/3")))
                            .checkpoint()
                            .size())
                    .isEqualTo(3);
            assertThat(witness.told()).contains(" 200 ").doesNotContain(" 409 ");

            Printed putBack = terminal.run(
                    "witness", "add", "--url", witness.address(), "--key", witness.key(), "--ledger", "copy");
            assertThat(putBack.exitCode()).isEqualTo(1);
            assertThat(putBack.err())
                    .contains("cosigned 3 entries and the ledger has 1")
                    .hasLineCount(1);
            assertThat(witness.told()).contains(" 409 3");
        }
    }

    private Printed add(RunningWitness witness) {
        return terminal.done("witness", "add", "--url", witness.address(), "--key", witness.key(), "--json");
    }

    @Test
    void a_checkpoint_is_stamped_once_and_verified_without_the_ledger() throws Exception {
        report("i1");
        try (LocalAuthority authority = new LocalAuthority(STAMPED)) {
            Files.writeString(folder.resolve("root.pem"), authority.rootPem());
            String[] stamp = {"timestamp", "--tsa", authority.address(), "--trust", "root.pem", "--json"};
            JsonNode stamped = terminal.done(stamp).json();
            assertThat(stamped.get("at").asText()).isEqualTo(STAMPED.toString());
            assertThat(stamped.get("entries").asLong()).isEqualTo(1);
            Path file = ledger().resolve("timestamps/1.tsr");
            byte[] kept = Files.readAllBytes(file);
            terminal.done(stamp);
            assertThat(file).hasBinaryContent(kept);
        }
        Files.copy(ledger().resolve("checkpoint"), folder.resolve("note"));
        String verify = "timestamp verify --token incident-ledger/timestamps/1.tsr --trust root.pem --note ";
        assertThat(terminal.does(verify + "note").out())
                .contains("1 entries existed at 2026-05-01T10:00:00Z", "CN=Test Authority", LocalAuthority.POLICY);
        terminal.does(verify + "note --policy " + LocalAuthority.POLICY);
        assertThat(terminal.run(verify.concat("note --policy 1.2.3").split(" ")))
                .returns(1, Printed::exitCode);
        report("i2");
        assertThat(terminal.run(verify.concat("incident-ledger/checkpoint").split(" ")))
                .returns(1, Printed::exitCode)
                .extracting(Printed::err)
                .asString()
                .contains("of other bytes")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2 | needs one of              | witness
                    2 | Missing required option   | witness add --url http://127.0.0.1:1
                    2 | is no address             | witness add --url 127.0.0.1 --key VKEY
                    2 | --key                     | witness add --url http://127.0.0.1:1 --key x
                    2 | there is no ledger        | witness add --url http://127.0.0.1:1 --key VKEY
                    2 | is none; use one from 0   | witness serve --dir w --port 70000
                    2 | no authority is named     | timestamp
                    2 | no certificate is trusted | timestamp --tsa http://127.0.0.1:1
                    2 | there is no file          | timestamp --tsa http://127.0.0.1:1 --trust none.pem
                    2 | is no address             | timestamp --tsa tsa --trust none.pem
                    2 | there is no file          | timestamp verify --note n --token t --trust none.pem
                    """)
    void bad_input_is_answered_by_one_line(int exitCode, String said, String line) {
        Printed printed = terminal.run(line.replace("VKEY", WITNESS).split(" "));
        assertThat(printed.exitCode()).as(printed.err()).isEqualTo(exitCode);
        assertThat(printed.err()).startsWith("incident: ").contains(said).hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_witness_that_is_away_is_no_verdict() {
        report("i1");
        Printed printed = terminal.run("witness", "add", "--url", "http://127.0.0.1:1", "--key", WITNESS);
        assertThat(printed.exitCode()).as(printed.err()).isEqualTo(3);
        assertThat(printed.err()).contains("could not be asked").hasLineCount(1);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(dir)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The command {@code witness serve}, running in this process until it is closed. */
    private static final class RunningWitness implements AutoCloseable {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();
        private final FutureTask<Integer> run;
        private final Thread thread;
        private final JsonNode said;

        RunningWitness(Path folder) throws Exception {
            Surroundings surroundings = new Surroundings(
                    InputStream.nullInputStream(),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    Clock.systemUTC(),
                    folder,
                    "Ana Example",
                    false);
            run = new FutureTask<>(() ->
                    IncidentCommandLine.run(surroundings, "witness", "serve", "--dir", "w", "--port", "0", "--json"));
            thread = Thread.startVirtualThread(run);
            while (!run.isDone() && !out.toString(StandardCharsets.UTF_8).endsWith("\n")) {
                Thread.sleep(20);
            }
            said = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        }

        String address() {
            return said.get("address").asText();
        }

        String key() {
            return said.get("key").asText();
        }

        String told() {
            return err.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            thread.interrupt();
            assertThat(run).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(0);
        }
    }
}
