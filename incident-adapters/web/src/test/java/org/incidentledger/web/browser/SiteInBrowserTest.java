package org.incidentledger.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.incidentledger.web.Scene;
import org.incidentledger.web.browser.Browser.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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

    @RegisterExtension
    static final WatchedScene SITE = WatchedScene.of(Scene::full);

    @Test
    void every_public_page_is_for_everybody() throws IOException {
        SITE.watched().check(PUBLIC);
    }

    @Test
    void so_is_every_page_of_the_console() throws IOException {
        SITE.watched().signIn(Scene.AUDITOR);
        SITE.watched().check(AUDITORS);
        Browser here = SITE.watched().browser();
        here.open(SITE.watched().address("console/entry/51/"), Look.DESK);
        here.evaluate("new Promise(done => setTimeout(() => done(1), 500))");
        assertThat(here.evaluate("document.getElementById('verified').textContent")
                        .asText())
                .startsWith("Checked by your browser");
    }

    @Test
    void instants_are_those_of_the_reader_and_utc_is_behind_them() {
        Browser here = SITE.watched().browser();
        here.zone("Asia/Tokyo");
        here.open(SITE.watched().address("incidents/2026-9/"), Look.PHONE);
        assertThat(here.evaluate("document.querySelector('.facts time').textContent")
                        .asText())
                .contains("20:02");
        assertThat(here.evaluate("document.querySelector('.facts time').title").asText())
                .isEqualTo("2026-03-10 11:02:00 UTC");
        here.zone("Etc/UTC");
    }
}
