package org.incidentledger.web.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.incidentledger.web.RealScene;
import org.incidentledger.web.Scene;
import org.incidentledger.web.server.SiteServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What programs of others understand of the site: the client {@code statuspage.io} and the feed readers {@code rss-parser} and
 * {@code feedparser}. With {@code -Dnode.clients=DIR}, a folder in which {@code npm install statuspage.io@3.2.10 rss-parser feedparser}
 * was run; skipped without, since a build fetches nothing from npm.
 */
class NodeClientsTest {
    @TempDir
    Path folder;

    @Test
    void the_client_gets_its_answers_and_two_readers_get_25_entries_of_each_feed()
            throws IOException, InterruptedException {
        String clients = System.getProperty("node.clients");
        assumeTrue(clients != null, "no -Dnode.clients: the site is not asked by means of npm's clients");
        try (Scene scene = RealScene.told();
                SiteServer server = scene.serve()) {
            JsonNode told = ask(server, Path.of(Objects.requireNonNull(clients)));
            assertThat(told.path("page").asText()).isEqualTo("GitHub");
            assertThat(told.path("indicator").asText()).isEqualTo("none");
            assertThat(told.path("components").asInt()).isEqualTo(10);
            assertThat(told.path("summary").asInt()).isEqualTo(10);
            assertThat(told.path("incidents").asInt()).isEqualTo(50);
            for (String none : new String[] {"unresolved", "upcoming", "active"}) {
                assertThat(told.path(none).asInt(-1)).as(none).isZero();
            }
            assertThat(told.path("feeds")).hasSize(2).allSatisfy(feed -> {
                assertThat(feed.path("one").asInt()).isEqualTo(25);
                assertThat(feed.path("other").asInt()).isEqualTo(25);
                assertThat(feed.path("whole").asBoolean()).isTrue();
            });
        }
    }

    private JsonNode ask(SiteServer server, Path clients) throws IOException, InterruptedException {
        Path script = folder.resolve("clients.cjs");
        try (InputStream in = Objects.requireNonNull(NodeClientsTest.class.getResourceAsStream("clients.cjs"))) {
            Files.copy(in, script);
        }
        ProcessBuilder node =
                new ProcessBuilder("node", script.toString(), server.address().toString());
        node.environment().put("NODE_PATH", clients.resolve("node_modules").toString());
        Process process = node.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return new ObjectMapper().readTree(out);
    }
}
