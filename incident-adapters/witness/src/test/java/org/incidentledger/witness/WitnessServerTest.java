package org.incidentledger.witness;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.incidentledger.core.tlog.Ed25519Signer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WitnessServerTest {

    private final Ed25519Signer logKey = SampleLedger.key("incident-ledger/of-a-test");
    private final SampleLedger ledger = new SampleLedger(logKey);
    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // made before each test
    private LocalWitness witness;

    @BeforeEach
    void start() throws IOException {
        witness = new LocalWitness("witness.test", logKey.verifierKey());
    }

    @AfterEach
    void stop() {
        witness.close();
    }

    @Test
    void answers_as_the_protocol_says() throws Exception {
        HttpResponse<String> cosigned = post(ledger.grownBy(3).request(0));
        assertThat(cosigned.statusCode()).isEqualTo(200);
        assertThat(cosigned.body())
                .startsWith("\u2014 witness.test ")
                .endsWith("\n")
                .hasLineCount(1);

        HttpResponse<String> other = post(ledger.grownBy(1).request(2));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(other.body()).isEqualTo("3\n");

        assertThat(post(new SampleLedger(logKey).grownBy(3).request(3)).statusCode())
                .isEqualTo(409);
        assertThat(post(new SampleLedger(logKey).grownBy(4).request(3)).statusCode())
                .isEqualTo(422);
        SampleLedger stranger = new SampleLedger(SampleLedger.key("incident-ledger/stranger"));
        assertThat(post(stranger.request(0)).statusCode()).isEqualTo(404);
        SampleLedger impostor = new SampleLedger(SampleLedger.key("incident-ledger/of-a-test"));
        assertThat(post(impostor.request(0)).statusCode()).isEqualTo(403);
        assertThat(post("old\n".getBytes(UTF_8)).statusCode()).isEqualTo(400);
        assertThat(witness.notices()).hasSize(7).first().asString().startsWith("200 \u2014 witness.test ");
    }

    @Test
    void has_one_path_and_one_method() throws Exception {
        for (String path : List.of("/", "/add-checkpoint/", "/add-checkpointer", "/x")) {
            assertThat(send(HttpRequest.newBuilder(witness.address().resolve(path)))
                            .statusCode())
                    .isEqualTo(404);
        }
        HttpResponse<String> get = send(HttpRequest.newBuilder(endpoint()));
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void says_when_its_storage_fails_and_gives_no_cosignature() throws Exception {
        witness.state().failNext(FaultyState.Fault.KEPT);
        HttpResponse<String> failed = post(ledger.grownBy(3).request(0));
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).doesNotContain("\u2014");
        assertThat(post(ledger.request(3)).statusCode()).isEqualTo(200);
    }

    @Test
    void does_not_read_a_huge_body() throws Exception {
        assertThat(post(new byte[WitnessServer.MAX_BODY_BYTES + 1]).statusCode())
                .isEqualTo(413);
        try (Socket socket = connect()) {
            write(socket, "POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 9000000000\r\n\r\n");
            try {
                for (int block = 0; block < 100_000; block++) {
                    socket.getOutputStream().write(new byte[100_000]);
                }
                throw new AssertionError("it took 10 GB");
            } catch (IOException cutOff) {
                assertThat(cutOff).isNotNull();
            }
        }
        assertThat(post(ledger.request(0)).statusCode()).isEqualTo(200);
    }

    @Test
    @Timeout(60)
    void is_not_held_up_by_clients_that_send_nothing_more() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Socket socket = connect();
            String half =
                    i % 2 == 0 ? "POST /add-check" : "POST /add-checkpoint HTTP/1.1\r\nContent-Length: 9\r\n\r\nold";
            write(socket, half);
            slow.add(socket);
        }
        assertThat(post(ledger.request(0)).statusCode()).isEqualTo(200);
        for (Socket socket : slow) {
            assertThat(isClosedByTheOtherSide(socket)).isTrue();
            socket.close();
        }
        assertThat(post(ledger.request(0)).statusCode()).isEqualTo(200);
    }

    @Test
    void cosigns_one_history_when_two_come_at_once_again_and_again() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            SampleLedger fork = new SampleLedger(logKey).grownBy(2);
            answers.add(http.sendAsync(
                    HttpRequest.newBuilder(endpoint())
                            .POST(BodyPublishers.ofByteArray(fork.request(0)))
                            .build(),
                    BodyHandlers.ofString()));
        }
        assertThat(answers.stream().map(answer -> answer.join().statusCode()))
                .containsOnly(200, 409)
                .containsOnlyOnce(200);
    }

    private URI endpoint() {
        return witness.address().resolve("/add-checkpoint");
    }

    private HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(endpoint()).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private Socket connect() throws IOException {
        return new Socket(witness.address().getHost(), witness.address().getPort());
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }

    private static boolean isClosedByTheOtherSide(Socket socket) throws IOException {
        try {
            InputStream in = socket.getInputStream();
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException reset) {
            return true;
        }
    }
}
