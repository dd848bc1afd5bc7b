package org.incidentledger.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.incidentledger.timestamp.TimestampCheck.Proved;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another implementation reads what we ask and what we store. */
class OpensslTest {

    private static final byte[] NOTE = "incident-ledger/a\n3\nroot\n\n\u2014 a AAAA\n".getBytes(UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private record Ended(int exitCode, String said) {}

    @BeforeEach
    void needs_openssl() throws Exception {
        boolean there;
        try {
            there = openssl("ts", "-help").exitCode() == 0;
        } catch (IOException missing) {
            there = false;
        }
        Assumptions.assumeTrue(there, "No command openssl with ts on this machine: interoperability is not tested");
        Files.write(folder.resolve("note"), NOTE);
    }

    @Test
    void verifies_what_we_store() throws Exception {
        Pki pki = new Pki("Test Root");
        Authority authority = Authority.honest(pki.authority());
        Files.writeString(folder.resolve("root.pem"), Pki.pem(pki.root()));
        try (AuthorityServer server = new AuthorityServer(authority::answer)) {
            TimestampClient client =
                    new TimestampClient(server.address(), TimestampVerifier.of(pki.anchors()), Duration.ofSeconds(20));
            Files.write(folder.resolve("3.tsr"), client.stamp(NOTE).response().bytes());
        }
        Ended whole = openssl("ts", "-verify", "-data", "note", "-in", "3.tsr", "-CAfile", "root.pem");
        assertThat(whole.said()).contains("Verification: OK");
        assertThat(whole.exitCode()).isZero();
        Files.writeString(folder.resolve("note"), "another");
        assertThat(openssl("ts", "-verify", "-data", "note", "-in", "3.tsr", "-CAfile", "root.pem")
                        .exitCode())
                .isNotZero();
    }

    @Test
    void answers_what_we_ask() throws Exception {
        Pki pki = new Pki("Test Root");
        Pki.Holder holder = pki.authority();
        Files.writeString(folder.resolve("tsa.pem"), Pki.pem(holder.certificate()));
        Files.writeString(folder.resolve("tsa.key"), Pki.pem(new JcaPKCS8Generator(holder.key(), null)));
        Files.writeString(folder.resolve("serial"), "01\n");
        Files.writeString(folder.resolve("tsa.cnf"), """
                [tsa]
                default_tsa = here
                [here]
                serial = serial
                signer_digest = sha256
                default_policy = POLICY
                digests = sha256
                """.replace("POLICY", Authority.POLICY));
        TimestampVerifier verifier = TimestampVerifier.of(pki.anchors()).requiringPolicy(Authority.POLICY);
        try (AuthorityServer server = new AuthorityServer(this::reply)) {
            TimestampClient.Answer answer =
                    new TimestampClient(server.address(), verifier, Duration.ofSeconds(30)).stamp(NOTE);
            assertThat(answer.check()).isInstanceOf(Proved.class);
            assertThat(verifier.verify(NOTE, answer.response().bytes())).isEqualTo(answer.check());
        }
    }

    private byte[] reply(byte[] request) throws Exception {
        Files.write(folder.resolve("request.tsq"), request);
        Ended ended = openssl(
                "ts",
                "-reply",
                "-config",
                "tsa.cnf",
                "-queryfile",
                "request.tsq",
                "-signer",
                "tsa.pem",
                "-inkey",
                "tsa.key",
                "-out",
                "reply.tsr");
        if (ended.exitCode() != 0) {
            throw new IOException(ended.said());
        }
        return Files.readAllBytes(folder.resolve("reply.tsr"));
    }

    private Ended openssl(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
