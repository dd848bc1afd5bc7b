package org.incidentledger.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.web.Scene;
import org.incidentledger.web.ServedScene;
import org.incidentledger.web.page.PagePath;
import org.incidentledger.web.site.LiveSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SiteServerTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]*)");

    @RegisterExtension
    static final ServedScene SITE = ServedScene.full();

    @Test
    void the_home_page_shows_what_is_open_and_what_is_planned() {
        assertThat(SITE.client().get("").body())
                .contains("Northwind Hosting", "Partial outage", "Unknown sign-ins to the customer panel")
                .contains("Kernel update of web-1", "Virtual servers", "Three accounts");
    }

    @Test
    void an_incident_shows_corrections_and_retractions_as_such() {
        assertThat(SITE.client().get("incidents/2026-9/").body())
                .contains("<del>Two</del>", "<ins>Three</ins>", "There were three, not two.")
                .contains("That was a misunderstanding.", "All passwords were stolen.", "retracted")
                .contains("Time to first public notice", "8 min");
    }

    @Test
    void what_is_planned_does_not_go_on_yet() {
        String[] rows = SITE.client().get("history/2026-03/").body().split("<li class=\"row\">", -1);
        assertThat(rows).hasSize(3);
        assertThat(rows[1]).contains("Kernel update of web-1", "Scheduled").doesNotContain("ongoing");
        assertThat(rows[2]).contains("Unknown sign-ins", "ongoing");
    }

    @Test
    void a_post_mortem_shows_its_revisions_and_what_changed() {
        assertThat(SITE.client().get("incidents/2026-1/post-mortem/").body())
                .contains(
                        "A full disk, and nobody was told",
                        "<ins>",
                        "from revision 1 to revision 2",
                        "An alarm at 80 %");
    }

    @Test
    void a_component_answers_whether_it_is_affected() {
        assertThat(SITE.client().get("components/panel/").body()).contains("Yes, it is affected now.");
        assertThat(SITE.client().get("components/web-1/").body()).contains("Not now. Maintenance is planned.");
        assertThat(SITE.client().get("components/mail/").body()).contains("Nothing we know of affects it now.");
    }

    @Test
    void every_link_leads_somewhere_and_nothing_internal_is_on_any_page() {
        Set<String> seen = new TreeSet<>();
        Deque<String> todo = new ArrayDeque<>(Set.of(""));
        while (!todo.isEmpty()) {
            String path = todo.pop();
            if (seen.add(path)) {
                HttpResponse<String> answer = SITE.client().get(path);
                assertThat(answer.statusCode()).as("/" + path).isEqualTo(200);
                assertThat(answer.body()).as("/" + path).doesNotContain(Scene.SECRETS);
                LINK.matcher(answer.body())
                        .results()
                        .map(link -> SITE.server().address().resolve("/" + path).resolve(link.group(1)))
                        .filter(link -> link.getAuthority()
                                .equals(SITE.server().address().getAuthority()))
                        .forEach(link -> todo.push(link.getPath().substring(1)));
            }
        }
        assertThat(seen)
                .contains("incidents/2026-1/post-mortem/", "components/dns/", "history/2026-01/", "maintenance/m-1/");
    }

    @Test
    void what_is_not_public_has_no_page() {
        for (String path : new String[] {"incidents/2026-drill/", "incidents/2026-quiet/", "incidents/none/", "x"}) {
            assertThat(SITE.client().get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void who_has_a_page_is_told_so_until_it_changes() throws InterruptedException {
        String tag = SITE.client()
                .get("incidents/2026-3/")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(SITE.client().get("incidents/2026-3/", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        SITE.scene()
                .send(
                        "2026-03-10T12:01:00Z",
                        Scene.post(new IncidentId("2026-3"), "late", PublicStatus.RESOLVED, "One more word."));
        SITE.scene().settle();
        String body = SITE.client().until("incidents/2026-3/", "One more word.");
        assertThat(body).contains("One more word.");
        assertThat(SITE.client().get("incidents/2026-3/", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_month_stays_the_same_page_when_another_one_changes_and_is_another_when_its_own_does()
            throws InterruptedException {
        PagePath december = new PagePath.History(YearMonth.parse("2025-12"));
        PagePath january = new PagePath.History(YearMonth.parse("2026-01"));
        try (LiveSite live = LiveSite.follow(SITE.scene().ledger, SITE.scene().clock, notice -> {})) {
            String[] before = {december.version(live.now()), january.version(live.now())};
            SITE.scene()
                    .send(
                            "2026-03-10T12:02:00Z",
                            new PublicationCommand.CorrectTitle(
                                    new IncidentId("2026-2"), "Sign-in failed for some", "It is over."));
            SITE.scene().settle();
            assertThat(SITE.client().until("history/2026-01/", "Sign-in failed for some"))
                    .contains("Sign-in failed for some");
            for (int i = 0; i < 200 && january.version(live.now()).equals(before[1]); i++) {
                Thread.sleep(50);
            }
            assertThat(january.version(live.now())).isNotEqualTo(before[1]);
            assertThat(december.version(live.now())).isEqualTo(before[0]);
        }
    }

    @Test
    void pages_are_compressed_for_those_who_can_read_that() throws IOException {
        HttpResponse<byte[]> answer = SITE.client().bytes("history/2026-01/", "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        String text = new String(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), UTF_8);
        assertThat(text).isEqualTo(SITE.client().get("history/2026-01/").body());
    }

    @Test
    void every_answer_forbids_what_a_page_does_not_need() {
        for (String path : new String[] {"", "nothing", "assets/", "%2e%2e/etc"}) {
            var headers = SITE.client().get(path).headers();
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
        HttpResponse<String> answer = SITE.client().get("history");
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).contains("/history/");
    }
}
