package org.incidentledger.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.incidentledger.web.Scene;
import org.incidentledger.web.browser.Browser.Look;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every kind of page in a real Chromium, as {@link Watched} looks at it. Skipped where there is none. */
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

    private static @Nullable Watched site;

    @BeforeAll
    static void serve() throws IOException {
        Path program = Watched.program();
        site = Watched.of(Scene.full(), program);
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
    }

    private static Watched site() {
        return Objects.requireNonNull(site);
    }

    @Test
    void every_public_page_is_for_everybody() throws IOException {
        site().check(PUBLIC);
    }

    @Test
    void so_is_every_page_of_the_console() throws IOException {
        site().signIn(Scene.AUDITOR);
        site().check(AUDITORS);
        Browser here = site().browser();
        here.open(site().address("console/entry/51/"), Look.DESK);
        here.evaluate("new Promise(done => setTimeout(() => done(1), 500))");
        assertThat(here.evaluate("document.getElementById('verified').textContent")
                        .asText())
                .startsWith("Checked by your browser");
    }

    @Test
    void instants_are_those_of_the_reader_and_utc_is_behind_them() {
        Browser here = site().browser();
        here.zone("Asia/Tokyo");
        here.open(site().address("incidents/2026-9/"), Look.PHONE);
        assertThat(here.evaluate("document.querySelector('.facts time').textContent")
                        .asText())
                .contains("20:02");
        assertThat(here.evaluate("document.querySelector('.facts time').title").asText())
                .isEqualTo("2026-03-10 11:02:00 UTC");
        here.zone("Etc/UTC");
    }
}
