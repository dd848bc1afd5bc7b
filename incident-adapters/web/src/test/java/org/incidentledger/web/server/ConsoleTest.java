package org.incidentledger.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.incidentledger.core.access.AccessToken;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.web.Scene;
import org.incidentledger.web.ServedScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class ConsoleTest {
    @RegisterExtension
    static final ServedScene SITE = ServedScene.full();

    private static HttpResponse<String> audit(String path) {
        return SITE.client().get("console/" + path, "Authorization", "Bearer " + Scene.AUDITOR.secretText());
    }

    @Test
    void the_audit_trail_shows_who_did_what_and_what_changed() {
        assertThat(audit("?about=2026-9").body())
                .contains("staff/ada", "service/probe", "reason-for-the-trail", "<del>", "<ins>")
                .doesNotContain("internal-finding");
        assertThat(audit("?text=internal-finding").body()).contains("2026-quiet");
        assertThat(audit("?actor=staff/grace").body()).contains("approved").doesNotContain("service/probe");
        assertThat(audit("?from=yesterday").statusCode()).isEqualTo(422);
    }

    @Test
    void the_site_is_shown_as_it_stood() {
        long end = SITE.scene().ledger.head().size();
        assertThat(audit("at/" + (end - 1) + "/incidents/2026-9/").body()).contains("<ins>Three</ins>");
        assertThat(audit("at/" + (end - 3) + "/incidents/2026-9/").body())
                .contains("As it stood at entry " + (end - 3), "Two accounts")
                .doesNotContain("<ins>Three</ins>");
        assertThat(audit("at/" + (end - 9) + "/").body()).doesNotContain("Unknown sign-ins");
        assertThat(audit("at/" + end + "/").statusCode()).isEqualTo(404);
    }

    @Test
    void an_instant_leads_to_the_last_entry_that_was_recorded_by_then() {
        HttpResponse<String> answer = audit("go/?instant=2026-03-10T11:41:00Z");
        assertThat(answer.statusCode()).isEqualTo(303);
        String place = answer.headers().firstValue("Location").orElseThrow();
        assertThat(audit(place.substring("/console/".length()) + "incidents/2026-9/")
                        .body())
                .contains("Two accounts")
                .doesNotContain("Three accounts");
    }

    @Test
    void two_moments_are_compared() {
        assertThat(audit("diff/?from=2026-03-10T11:41:00Z&to=2026-03-10T12:00:00Z")
                        .body())
                .contains("<del>Two</del>", "<ins>Three</ins>");
        assertThat(audit("diff/?from=0&to=0").body()).contains("The same");
    }

    @Test
    void what_is_shown_can_be_kept_as_a_file() throws IOException {
        assertThat(audit("export.csv?about=2026-9").body())
                .startsWith("position,recorded_at")
                .contains("staff/ada");
        assertThat(audit("export.jsonl?about=2026-9").body().lines()).allMatch(line -> line.startsWith("{"));
        byte[] pdf = SITE.client()
                .bytes("console/export.pdf?about=2026-9", "Authorization", "Bearer " + Scene.AUDITOR.secretText())
                .body();
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("%%EOF");
        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(new PdfTextExtractor(reader).getTextFromPage(1))
                    .contains("Asked for entries about incident/2026-9.", "page 1")
                    .contains("The checkpoint of the ledger at that time");
        }
    }

    @Test
    void an_entry_comes_with_its_proof_and_a_bundle_with_entries() {
        assertThat(audit("entry/3/").body()).contains("c2sp.org/tlog-proof@v1", "Check it in this browser");
        assertThat(audit("entry/3/proof.tlog-proof").body()).startsWith("c2sp.org/tlog-proof@v1\nindex 3\n");
        long size = SITE.scene().ledger.head().size();
        String bundle = "tile/entries/000.p/" + size;
        assertThat(SITE.client().get(bundle).statusCode()).isEqualTo(401);
        assertThat(SITE.client()
                        .get(bundle, "Authorization", "Bearer " + Scene.AUDITOR.secretText())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobody_else_gets_in() {
        String forged = AccessToken.generate(new java.security.SecureRandom()).secretText();
        String otherSecret = Scene.AUDITOR.secretText().substring(0, 17) + forged.substring(17);
        for (String token : new String[] {forged, otherSecret, "", "x", "ilt_000000000000_"}) {
            assertThat(SITE.client()
                            .get("console/", "Authorization", "Bearer " + token)
                            .statusCode())
                    .as(token)
                    .isEqualTo(401);
        }
        assertThat(SITE.client().get("console/").statusCode()).isEqualTo(303);
        assertThat(SITE.client().get("console/at/1/").statusCode()).isEqualTo(303);
        HttpResponse<String> reader =
                SITE.client().get("console/", "Authorization", "Bearer " + Scene.READER.secretText());
        assertThat(reader.statusCode()).isEqualTo(403);
        assertThat(reader.body()).contains("that takes the role auditor");
        assertThat(SITE.scene().ledger.readAs(ActorRef.SYSTEM).refusals(1))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.refusal().message())
                        .isEqualTo(reader.body().strip()));
    }

    @Test
    void a_token_counts_until_it_is_revoked_or_expires() {
        AccessToken token = AccessToken.generate(new java.security.SecureRandom());
        SITE.scene().issue(token, "staff/sam", org.incidentledger.core.access.Role.AUDITOR);
        String[] header = {"Authorization", "Bearer " + token.secretText()};
        assertThat(SITE.client().get("console/", header).statusCode()).isEqualTo(200);
        SITE.scene().tokens.computeIfPresent(token.id(), (id, stored) -> stored.revokedAt(Scene.NOON));
        assertThat(SITE.client().get("console/", header).statusCode()).isEqualTo(401);
        SITE.scene().issueUntil(token, "staff/sam", Scene.NOON);
        assertThat(SITE.client().get("console/", header).statusCode()).isEqualTo(401);
    }

    @Test
    void signing_in_takes_the_form_of_this_site_and_sets_a_cookie_no_script_can_read() {
        String form = "token=" + Scene.AUDITOR.secretText();
        String here = SITE.server().address().toString().replaceAll("/$", "");
        HttpResponse<String> in = SITE.client().post("console/login/", form, "Origin", here);
        assertThat(in.statusCode()).isEqualTo(303);
        String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        String shown = cookie.substring(0, cookie.indexOf(';'));
        assertThat(SITE.client().get("console/", "Cookie", shown).statusCode()).isEqualTo(200);
        assertThat(SITE.client()
                        .post("console/login/", form, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(SITE.client()
                        .post("console/login/", form, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(SITE.client()
                        .post("console/logout/", "", "Cookie", shown, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }
}
