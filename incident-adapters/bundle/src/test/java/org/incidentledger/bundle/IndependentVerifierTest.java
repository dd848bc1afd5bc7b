package org.incidentledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.EntryProof;
import org.incidentledger.core.verification.VerificationProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What we write is accepted by an implementation that is not ours: the one of the Go project, as Debian packages it
 * ({@code golang-go}, {@code golang-golang-x-mod-dev}). Skipped where they are not installed.
 */
class IndependentVerifierTest {
    private static final Path DEBIAN_GO_SOURCES = Path.of("/usr/share/gocode");

    @TempDir
    Path folder;

    private final SampleLedger ledger = SampleLedger.whole();

    private record Ended(int exitCode, String printed) {}

    @BeforeEach
    void compile() throws Exception {
        assumeTrue(
                Files.isDirectory(DEBIAN_GO_SOURCES.resolve("src/golang.org/x/mod/sumdb")) && hasGo(),
                "skipped: no Go; install the Debian packages golang-go and golang-golang-x-mod-dev");
        try (InputStream source = Objects.requireNonNull(getClass().getResourceAsStream("verify.go"))) {
            Files.write(folder.resolve("verify.go"), source.readAllBytes());
        }
        Ended compiled = run(List.of("go", "build", "-o", "verify", "verify.go"));
        assertThat(compiled.exitCode()).as(compiled.printed()).isZero();
    }

    @Test
    void accepts_a_bundle_with_its_whole_history() throws Exception {
        Path bundle = export();

        assertThat(verify(bundle.toString(), text(2), text(1)))
                .isEqualTo(new Ended(0, "ok: 621 entries, 4 checkpoints\n"));
    }

    @Test
    void refuses_a_bundle_in_which_one_bit_was_flipped() throws Exception {
        Path bundle = export();
        Path entries = bundle.resolve("tile/entries/001");
        byte[] bytes = Files.readAllBytes(entries);
        bytes[1_000] ^= 1;
        Files.write(entries, bytes);

        Ended ended = verify(bundle.toString(), text(2), text(1));

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.printed()).contains("failed: ");
    }

    @Test
    void accepts_the_proof_of_an_entry() throws Exception {
        Path file = folder.resolve("entry.tlog-proof");
        ProofFiles.write(file, EntryProof.of(ledger.memory::read, ledger, 417));

        assertThat(verify("-proof", file.toString(), text(2))).isEqualTo(new Ended(0, "ok: entry 417 of 621\n"));
        assertThat(verify("-proof", file.toString(), text(1)).exitCode()).isEqualTo(1);
    }

    private Path export() {
        Path bundle = folder.resolve("bundle");
        new BundleExport(ledger.memory::read, ledger, ledger.key()).write(bundle, VerificationProgress.NONE);
        return bundle;
    }

    private String text(int number) {
        VerifierKey key = SampleLedger.key(ledger.key().name(), number).verifierKey();
        return key.text();
    }

    private Ended verify(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(folder.resolve("verify").toString()));
        command.addAll(List.of(args));
        return run(command);
    }

    private static boolean hasGo() throws InterruptedException {
        try {
            return new ProcessBuilder("go", "version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Ended run(List<String> command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("GOPATH", DEBIAN_GO_SOURCES.toString());
        builder.environment().put("GO111MODULE", "off");
        builder.environment().put("GOFLAGS", "");
        builder.environment().put("GOCACHE", folder.resolve("cache").toString());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), printed);
    }
}
