package org.incidentledger.web.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.incidentledger.web.Scene;
import org.incidentledger.web.browser.Browser.Look;
import org.incidentledger.web.server.SiteServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every kind of page in a real Chromium: nothing sticks out at the side, nothing is complained about, and axe-core finds nothing that
 * keeps people out. With {@code -Dpictures=DIR} a picture of each is written there. Skipped where there is no Chromium.
 */
class SiteInBrowserTest {
    private static final List<String> PUBLIC = List.of(
            "",
            "history/",
            "history/2026-01/",
            "incidents/2026-9/",
            "incidents/2026-1/",
            "incidents/2026-1/post-mortem/",
            "maintenance/",
            "maintenance/m-1/",
            "components/panel/",
            "components/mail/",
            "verify/",
            "search/?q=web",
            "report/",
            "nothing/",
            "console/login/");
    private static final List<String> AUDITORS =
            List.of("console/", "console/?about=2026-9", "console/go/", "console/diff/?from=40", "console/entry/51/");

    private static @Nullable Scene scene;
    private static @Nullable SiteServer server;
    private static @Nullable Browser browser;

    @BeforeAll
    static void serve() throws IOException {
        Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "no Chromium here: the pages are not looked at in a browser");
        scene = Scene.full();
        server = scene.serve();
        browser = Browser.start(program.orElseThrow());
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void every_public_page_is_for_everybody() throws IOException {
        String axe = axe();
        for (String path : PUBLIC) {
            for (Look look : Look.all().toList()) {
                check(path, look, axe);
            }
        }
    }

    @Test
    void so_is_every_page_of_the_console() throws IOException {
        Browser here = Objects.requireNonNull(browser);
        here.open(address("console/login/"), Look.DESK);
        here.evaluate("document.querySelector('input[name=token]').value = '" + Scene.AUDITOR.secretText()
                + "'; document.querySelector('form.report').submit()");
        String axe = axe();
        for (String path : AUDITORS) {
            for (Look look : Look.all().toList()) {
                check(path, look, axe);
            }
        }
        here.open(address("console/entry/51/"), Look.DESK);
        here.evaluate("new Promise(done => setTimeout(() => done(1), 500))");
        assertThat(here.evaluate("document.getElementById('verified').textContent")
                        .asText())
                .startsWith("Checked by your browser");
    }

    @Test
    void instants_are_those_of_the_reader_and_utc_is_behind_them() {
        Browser here = Objects.requireNonNull(browser);
        here.zone("Asia/Tokyo");
        here.open(address("incidents/2026-9/"), Look.PHONE);
        assertThat(here.evaluate("document.querySelector('.facts time').textContent")
                        .asText())
                .contains("20:02");
        assertThat(here.evaluate("document.querySelector('.facts time').title").asText())
                .isEqualTo("2026-03-10 11:02:00 UTC");
        here.zone("Etc/UTC");
    }

    private static void check(String path, Look look, String axe) throws IOException {
        Browser here = Objects.requireNonNull(browser);
        here.open(address(path), look);
        keep(path, look, here.picture());
        String where = "/" + path + " " + look;
        if (!path.equals("nothing/")) {
            assertThat(here.complaints()).as(where).isEmpty();
        }
        assertThat(here.evaluate("document.documentElement.scrollWidth - innerWidth")
                        .asInt())
                .as(where + ": how far something sticks out")
                .isLessThanOrEqualTo(0);
        here.evaluate(axe + ";1");
        JsonNode violations = here.evaluate("""
                axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
                  .then(found => found.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.map(n => n.html).slice(0, 3)))
                """);
        assertThat(violations).as(where).isEmpty();
    }

    private static URI address(String path) {
        return URI.create(Objects.requireNonNull(server).address() + path);
    }

    private static void keep(String path, Look look, byte[] picture) throws IOException {
        String folder = System.getProperty("pictures");
        if (folder != null) {
            String name = path.isEmpty() ? "home" : path.replaceAll("[^a-zA-Z0-9-]+", "_");
            Files.write(Path.of(folder).resolve(name + "-" + look + ".png"), picture);
        }
    }

    private static String axe() throws IOException {
        try (InputStream in = Objects.requireNonNull(SiteInBrowserTest.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
