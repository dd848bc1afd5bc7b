package org.incidentledger.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.incidentledger.contracts.RealHistory;
import org.incidentledger.web.ServedScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineInterfacesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final ServedScene SITE = ServedScene.full();

    private static JsonNode json(String path) throws IOException {
        return JSON.readTree(SITE.client().get(path).body());
    }

    @Test
    void the_summary_has_every_member_and_type_of_a_real_one() throws IOException {
        List<String> differences = new ArrayList<>();
        compare("", JSON.readTree(RealHistory.summary().toFile()), json("api/v2/summary.json"), differences);
        assertThat(differences).isEmpty();
    }

    /** What the sample has, the answer has with the same type; what is null or an empty list on either side says nothing. */
    private static void compare(String path, JsonNode sample, JsonNode answer, List<String> differences) {
        if (sample.isNull() || answer.isNull()) {
            return;
        }
        if (sample.getNodeType() != answer.getNodeType()) {
            differences.add(path + ": " + answer.getNodeType() + " instead of " + sample.getNodeType());
        } else if (sample.isObject()) {
            sample.fieldNames().forEachRemaining(name -> {
                if (answer.has(name)) {
                    compare(path + "/" + name, sample.get(name), answer.get(name), differences);
                } else {
                    differences.add(path + "/" + name + " is missing");
                }
            });
        } else if (sample.isArray() && !sample.isEmpty() && !answer.isEmpty()) {
            compare(path + "[]", sample.get(0), answer.get(0), differences);
        }
    }

    @Test
    void the_answers_tell_what_is_open_and_planned() throws IOException {
        JsonNode summary = json("api/v2/summary.json");
        assertThat(summary.path("status").path("indicator").asText()).isEqualTo("major");
        assertThat(summary.path("incidents").findValuesAsText("name"))
                .contains("Unknown sign-ins to the customer panel");
        assertThat(json("api/v2/scheduled-maintenances/upcoming.json").path("scheduled_maintenances"))
                .hasSize(1);
        assertThat(json("api/v2/scheduled-maintenances/active.json").path("scheduled_maintenances"))
                .isEmpty();
        assertThat(json("api/v2/incidents/2026-1.json")
                        .path("incident")
                        .path("impact")
                        .asText())
                .isEqualTo("critical");
        assertThat(SITE.client().get("api/v2/incidents/2026-drill.json").statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_asks_on_from_the_cursor_gets_every_story_once_and_then_what_changes() throws IOException {
        JsonNode first = json("api/changes.json");
        assertThat(first.path("changes")).hasSize(7);
        assertThat(first.path("more").asBoolean()).isFalse();
        long cursor = first.path("cursor").asLong();
        assertThat(json("api/changes.json?after=" + cursor).path("changes")).isEmpty();
        assertThat(json("api/changes.json?after=" + cursor).path("cursor").asLong())
                .isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"history.atom", "history.rss", "components/panel/history.atom", "components/panel/history.rss"})
    void feeds_are_well_formed(String path) throws Exception {
        byte[] xml = SITE.client().get(path).body().getBytes(StandardCharsets.UTF_8);
        DocumentBuilderFactory readers = DocumentBuilderFactory.newInstance();
        readers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        assertThat(readers.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml))
                        .getDocumentElement()
                        .getTagName())
                .isIn("feed", "rss");
        assertThat(new String(xml, StandardCharsets.UTF_8)).contains("https://status.example.org/incidents/2026-9/");
    }

    @Test
    void the_calendar_has_lines_that_calendars_read() {
        List<String> lines = List.of(SITE.client().get("maintenance.ics").body().split("\r\n", -1));
        assertThat(lines)
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
                .contains(
                        "DTSTART:20260314T020000Z",
                        "DTEND:20260314T040000Z",
                        "SEQUENCE:1",
                        "SUMMARY:Kernel update of web-1")
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    void what_proves_the_ledger_is_there_for_everybody() throws IOException {
        assertThat(SITE.client().get("checkpoint").body())
                .startsWith(SITE.scene().ledger.head().origin() + "\n");
        assertThat(SITE.client().get("proof/5.tlog-proof").body()).startsWith("c2sp.org/tlog-proof@v1\nindex 5\n");
        long size = SITE.scene().ledger.head().size();
        assertThat(SITE.client().bytes("tile/0/000.p/" + size).body()).hasSize((int) size * 32);
        assertThat(SITE.client().get("tile/0/000.p/" + (size + 1)).statusCode()).isEqualTo(404);
    }

    @Test
    void every_path_of_the_description_is_served() throws IOException {
        JsonNode paths = json("api/openapi.json").path("paths");
        paths.fieldNames().forEachRemaining(path -> {
            String real = path.substring(1)
                    .replace("{id}", path.contains("components") ? "panel" : "2026-9")
                    .replace("{position}", "5")
                    .replace("{tile}", "0/000.p/3");
            int wanted = path.startsWith("/entry/") ? 404 : 200;
            assertThat(SITE.client().get(real).statusCode()).as(real).isEqualTo(wanted);
        });
    }

    @Test
    void vulnerabilities_have_an_address() {
        assertThat(SITE.client().get(".well-known/security.txt").body())
                .contains("Contact: https://status.example.org/report/", "Expires: 2026-09-06T00:00:00Z");
    }
}
