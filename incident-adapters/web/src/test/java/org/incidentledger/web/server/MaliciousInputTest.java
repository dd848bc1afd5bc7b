package org.incidentledger.web.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentKind;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.catalog.PageDescription;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.web.Client;
import org.incidentledger.web.Scene;
import org.incidentledger.web.ServedScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaliciousInputTest {
    private static final String SCRIPT =
            "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg/onload=alert(3)>"
                    + "[x](javascript:alert(4)) ![y](https://evil.example/p.png) <a href=\"javascript:alert(5)\">z</a> ${7*7}";

    @RegisterExtension
    static final ServedScene SITE = ServedScene.of(MaliciousInputTest::everywhere);

    private static Scene everywhere() {
        Scene scene = Scene.empty();
        scene.as("staff/ada")
                .send(new CatalogCommand.DescribePage(
                        new PageDescription(SCRIPT.substring(0, 60), "javascript:alert(6)", "Europe/Berlin", null)))
                .receipt();
        scene.as("staff/ada")
                .send(new CatalogCommand.AddComponent(
                        new ComponentId("c"),
                        new ComponentDescription(SCRIPT, ComponentKind.SERVICE, SCRIPT.substring(0, 90), SCRIPT, 0),
                        null))
                .receipt();
        IncidentId incident = new IncidentId("bad");
        Instant now = scene.clock.instant();
        String at = now.toString();
        scene.send(
                at,
                Scene.report(
                        incident,
                        SCRIPT,
                        IncidentKind.ABUSE,
                        Severity.MAJOR,
                        "c",
                        ComponentStatus.PARTIAL_OUTAGE,
                        false));
        scene.send(
                at,
                Scene.post(
                        incident,
                        "u1",
                        PublicStatus.INVESTIGATING,
                        SCRIPT + "\u202e\u0000 \u2066".replace("\u0000", "")));
        scene.send(at, new PublicationCommand.CorrectUpdate(incident, new UpdateId("u1"), SCRIPT + " more", SCRIPT));
        scene.send(at, new PublicationCommand.CorrectTitle(incident, SCRIPT.substring(0, 170), SCRIPT));
        return scene;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "history/", "incidents/bad/", "components/c/", "search/?q=%3Cscript%3E", "maintenance/"})
    void a_script_in_a_text_stays_text_on_every_page(String path) {
        HttpResponse<String> page = SITE.client().get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .doesNotContain("<script>", "<img", "<svg/onload")
                .doesNotContainPattern("<[^>]*(href|src|action)=\"?javascript:")
                .doesNotContainPattern("<[a-z]+[^>]* on[a-z]+=")
                .doesNotContain("\u202e", "\u2066");
    }

    @ParameterizedTest
    @ValueSource(strings = {"history.atom", "history.rss", "components/c/history.atom"})
    void a_feed_holds_no_script_even_when_its_html_is_taken_out(String path) {
        String feed = SITE.client().get(path).body();
        int from = Math.max(feed.indexOf("<content type=\"html\">"), feed.lastIndexOf("<description>"));
        String html =
                feed.substring(from).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        assertThat(html)
                .contains("script")
                .doesNotContain("<script>", "<img", "<svg")
                .doesNotContainPattern("<[^>]*href=\"?javascript:");
    }

    @Test
    void a_script_in_a_report_stays_text() throws IOException {
        String here = SITE.server().address().toString().replaceAll("/$", "");
        String field = java.net.URLEncoder.encode(SCRIPT, java.nio.charset.StandardCharsets.UTF_8);
        HttpResponse<String> refused =
                SITE.client().post("report/", "kind=abuse&who=client&title=" + field + "&text=", "Origin", here);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).doesNotContain("<script>", "<img").contains("&lt;script&gt;");
    }

    @Test
    void reports_are_taken_from_the_form_only() {
        String form = "kind=abuse&who=client&title=t&text=x";
        assertThat(SITE.client().post("report/", form).statusCode()).isEqualTo(403);
        assertThat(SITE.client()
                        .post("report/", form, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(SITE.client()
                        .post("report/", form, "Sec-Fetch-Site", "same-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_body_that_is_too_large_or_no_text_is_refused() {
        String here = SITE.server().address().toString().replaceAll("/$", "");
        assertThat(SITE.client()
                        .post("report/", "text=" + "x".repeat(70_000), "Origin", here)
                        .statusCode())
                .isEqualTo(413);
        assertThat(SITE.client()
                        .post("report/", "title=%FF%FE&text=%C0%AF", "Origin", here)
                        .statusCode())
                .isBetween(400, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..%2fetc",
                "/assets/../../pom.xml",
                "/assets/%2e%2e/x",
                "/incidents/..%2f..%2f/",
                "//evil.example/",
                "/history/2026-13/",
                "/history/9999999999-01/",
                "/tile/0/../entries/000",
                "/tile/entries/000",
                "/tile/63/000",
                "/tile/0/999/999",
                "/proof/-1.tlog-proof",
                "/proof/99999999999999999999.tlog-proof",
                "/entry/0",
                "/%00",
                "/%c0%ae%c0%ae/",
                "/;/x",
                "/console/..;/",
                "/api/v2/incidents/..%2f.json",
                "/api/changes.json?after=x",
                "/api/changes.json?after=-5",
                "/search/?impact=%27%20OR%201=1",
                "/search/?q=%ff%fe",
                "/incidents/bad%0d%0aSet-Cookie:x=1/",
                "/?a=%0d%0aX:y"
            })
    void a_path_that_wants_out_finds_nothing(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1\\.1 (200|303|308|400|401|404|422) .*");
        assertThat(answer).doesNotContain("root:", "Set-Cookie", "<artifactId>", "Exception", "\nX:");
        if (answer.startsWith("HTTP/1.1 200")) {
            assertThat(path).containsAnyOf("?");
        }
    }

    @Test
    void requests_that_are_none_are_turned_away() throws IOException {
        String header = "X: " + "x".repeat(20_000) + "\r\n";
        List<String> requests = List.of(
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n" + header + "\r\n",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nA : b\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n");
        for (String request : requests) {
            assertThat(raw(request)).as(request.lines().findFirst().orElse("")).matches("(?s)HTTP/1\\.1 4\\d\\d .*");
        }
        assertThat(raw("TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
        assertThat(raw("DELETE /incidents/bad/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void a_host_that_is_made_up_comes_into_nobody_elses_feed() throws IOException {
        Scene other = Scene.full();
        try (SiteServer open = other.serve(org.incidentledger.web.page.SiteOptions.DEFAULT);
                Client honest = new Client(open.address())) {
            raw(open, "GET /history.atom HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
            assertThat(honest.get("history.atom").body()).doesNotContain("evil.example");
        } finally {
            other.close();
        }
    }

    private static String raw(String request) throws IOException {
        return raw(SITE.server(), request);
    }

    private static String raw(SiteServer to, String request) throws IOException {
        try (Socket socket = new Socket(to.address().getHost(), to.address().getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(4_000), ISO_8859_1);
        }
    }
}
