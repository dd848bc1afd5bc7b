package org.incidentledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedPostTest {

    private static final String HEAD = "HTTP/1.1 200 OK\\r\\nContent-Length: 100000\\r\\n\\r\\n";

    private final BoundedPost http = new BoundedPost(Duration.ofSeconds(1), 1000);

    @Test
    void gives_back_what_was_replied() throws IOException {
        try (RudeServer server = RudeServer.answering(418, "text/x", "hello")) {
            BoundedPost.Reply reply = http.post(server.address(), "text/plain", new byte[3]);
            assertThat(reply.status()).isEqualTo(418);
            assertThat(reply.contentType()).isEqualTo("text/x");
            assertThat(reply.body().bytes()).isEqualTo("hello".getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @Timeout(60)
    @CsvSource({
        "'',               WAITS_FOR_EVER,   did not answer",
        "HTTP/1.1 200,     WAITS_FOR_EVER,   did not answer",
        "HTTP/1.1 20,      CLOSES,           could not be asked",
        "'',               CLOSES,           could not be asked",
        "hello\\r\\n\\r\\n,CLOSES,           could not be asked",
        HEAD + ",          WAITS_FOR_EVER,   did not answer",
        HEAD + ",          CLOSES,           could not be asked",
        HEAD + ",          GOES_ON_FOR_EVER, more than 1000 bytes",
    })
    void gives_up_on_servers_that_never_come_to_an_end(String answer, RudeServer.Then then, String said)
            throws IOException {
        String text = answer.replace("\\r\\n", "\r\n");
        try (RudeServer server = new RudeServer(text, then)) {
            assertThatThrownBy(() -> http.post(server.address(), "text/plain", new byte[3]))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(said)
                    .hasMessageContaining("try again later");
        }
    }

    @Test
    void goes_nowhere_else() throws IOException {
        try (RudeServer server = new RudeServer(
                "HTTP/1.1 307 X\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                RudeServer.Then.CLOSES)) {
            assertThat(http.post(server.address(), "text/plain", new byte[3]).status())
                    .isEqualTo(307);
        }
    }

    @Test
    void says_that_nobody_listens() {
        assertThatThrownBy(() -> http.post(URI.create("http://127.0.0.1:1/"), "text/plain", new byte[3]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("http://127.0.0.1:1/ could not be asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "witness", "ftp://w.example", "http:/x", "file:///etc/passwd", "http://a b", "https:"})
    void takes_no_other_address(String text) {
        assertThatThrownBy(() -> BoundedPost.address(text)).isInstanceOf(InvalidValueException.class);
    }
}
