package org.incidentledger.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.web.Client;
import org.incidentledger.web.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SiteServerTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]*)");

    private static Scene scene;
    private static SiteServer server;
    private static Client client;

    @BeforeAll
    static void serve() throws IOException {
        scene = Scene.full();
        server = scene.serve();
        client = new Client(server.address());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
        scene.close();
    }

    @Test
    void the_home_page_shows_what_is_open_and_what_is_planned() {
        assertThat(client.get("").body())
                .contains("Northwind Hosting", "Partial outage", "Unknown sign-ins to the customer panel")
                .contains("Kernel update of web-1", "Virtual servers", "Three accounts");
    }

    @Test
    void an_incident_shows_corrections_and_retractions_as_such() {
        assertThat(client.get("incidents/2026-9/").body())
                .contains("<del>Two</del>", "<ins>Three</ins>", "There were three, not two.")
                .contains("That was a misunderstanding.", "All passwords were stolen.", "retracted")
                .contains("Time to first public notice", "8 min");
    }

    @Test
    void a_post_mortem_shows_its_revisions_and_what_changed() {
        assertThat(client.get("incidents/2026-1/post-mortem/").body())
                .contains(
                        "A full disk, and nobody was told",
                        "<ins>",
                        "from revision 1 to revision 2",
                        "An alarm at 80 %");
    }

    @Test
    void a_component_answers_whether_it_is_affected() {
        assertThat(client.get("components/panel/").body()).contains("Yes, it is affected now.");
        assertThat(client.get("components/web-1/").body()).contains("Not now. Maintenance is planned.");
        assertThat(client.get("components/mail/").body()).contains("Nothing we know of affects it now.");
    }

    @Test
    void every_link_leads_somewhere_and_nothing_internal_is_on_any_page() {
        Set<String> seen = new TreeSet<>();
        Deque<String> todo = new ArrayDeque<>(Set.of(""));
        while (!todo.isEmpty()) {
            String path = todo.pop();
            if (seen.add(path)) {
                HttpResponse<String> answer = client.get(path);
                assertThat(answer.statusCode()).as("/" + path).isEqualTo(200);
                assertThat(answer.body()).as("/" + path).doesNotContain(Scene.SECRETS);
                LINK.matcher(answer.body())
                        .results()
                        .map(link -> server.address().resolve("/" + path).resolve(link.group(1)))
                        .filter(link ->
                                link.getAuthority().equals(server.address().getAuthority()))
                        .forEach(link -> todo.push(link.getPath().substring(1)));
            }
        }
        assertThat(seen)
                .contains("incidents/2026-1/post-mortem/", "components/dns/", "history/2026-01/", "maintenance/m-1/");
    }

    @Test
    void what_is_not_public_has_no_page() {
        for (String path : new String[] {"incidents/2026-drill/", "incidents/2026-quiet/", "incidents/none/", "x"}) {
            assertThat(client.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void who_has_a_page_is_told_so_until_it_changes() throws InterruptedException {
        String tag =
                client.get("incidents/2026-3/").headers().firstValue("ETag").orElseThrow();
        assertThat(client.get("incidents/2026-3/", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        scene.send(
                "2026-03-10T12:01:00Z",
                Scene.post(new IncidentId("2026-3"), "late", PublicStatus.RESOLVED, "One more word."));
        scene.settle();
        String body = client.until("incidents/2026-3/", "One more word.");
        assertThat(body).contains("One more word.");
        assertThat(client.get("incidents/2026-3/", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void pages_are_compressed_for_those_who_can_read_that() throws IOException {
        HttpResponse<byte[]> answer = client.bytes("history/2026-01/", "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        String text = new String(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), UTF_8);
        assertThat(text).isEqualTo(client.get("history/2026-01/").body());
    }

    @Test
    void every_answer_forbids_what_a_page_does_not_need() {
        for (String path : new String[] {"", "nothing", "assets/", "%2e%2e/etc"}) {
            var headers = client.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .as("/" + path)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void a_page_is_a_folder() {
        HttpResponse<String> answer = client.get("history");
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).contains("/history/");
    }
}
