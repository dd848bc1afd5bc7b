package org.incidentledger.intake.statuspage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.intake.statuspage.InvalidDocuments.assertInvalid;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatuspageReaderTest {
    @Nested
    class Of_a_document {
        @Test
        void everything_that_counts_is_read() {
            StatuspageDocument document = SamplePage.document();

            assertThat(document.page().timeZone()).isEqualTo("Europe/Berlin");
            assertThat(document.incidents())
                    .extracting(StatuspageIncident::id)
                    .containsExactly("imail", "iweb", "inote");
            assertThat(document.scheduledMaintenances())
                    .extracting(StatuspageIncident::id)
                    .containsExactly("wnext", "wdisk");
            StatuspageUpdate second = document.incidents().get(1).oldestFirst().get(1);
            assertThat(second.body()).isEqualTo("A switch drops packets.\n\nThe control API is slow, too.");
            assertThat(second.createdAt()).isEqualTo(Instant.parse("2024-03-03T09:00:00Z"));
            assertThat(second.effects())
                    .contains(new StatuspageEffect("capi", "Control API", "operational", "degraded_performance"));
        }

        @Test
        void texts_are_kept_to_the_byte() {
            assertThat(SamplePage.document()
                            .incidents()
                            .getFirst()
                            .incidentUpdates()
                            .getFirst()
                            .body())
                    .endsWith("ten minutes. ");
        }

        @Test
        void it_is_written_as_it_was_read() {
            assertThat(SamplePage.read(SamplePage.document().json())).isEqualTo(SamplePage.document());
            assertThat(SamplePage.document().json()).contains("\"created_at\" : \"2024-03-06T08:00:00.000Z\"");
        }

        @Test
        void members_that_nobody_knows_are_passed_over() {
            assertThat(SamplePage.load().with("iweb", "mood", "grim").read()).isEqualTo(SamplePage.document());
        }

        @Test
        void instants_may_have_any_offset() {
            StatuspageDocument document = SamplePage.load()
                    .with("imail", "created_at", "2024-03-06T09:00:00.000+01:00")
                    .read();

            assertThat(document).isEqualTo(SamplePage.document());
        }

        @Test
        void one_of_its_lists_is_enough() {
            StatuspageDocument document =
                    SamplePage.load().without("scheduled_maintenances").read();

            assertThat(document.scheduledMaintenances()).isEmpty();
            assertThat(document.incidents()).hasSize(3);
        }

        @Test
        void optional_instants_of_an_update_follow_from_the_others() {
            StatuspageDocument document = SamplePage.load()
                    .without("m1", "display_at")
                    .without("m1", "updated_at")
                    .read();

            assertThat(document).isEqualTo(SamplePage.document());
        }
    }

    @Nested
    class Of_something_else {
        @Test
        void malformed_json_is_named_by_line_and_column() {
            assertInvalid(
                    () -> SamplePage.read("{\n  \"page\": {\n    oops\n"),
                    "page.json, line 3, column ",
                    "this is no valid JSON");
        }

        @Test
        void a_cut_off_document_is_named_as_such() {
            String json = SamplePage.load().json();

            assertInvalid(() -> SamplePage.read(json.substring(0, json.length() / 2)), "page.json, line 1", "JSON");
        }

        @Test
        void nothing_at_all_is_no_document() {
            assertInvalid(() -> SamplePage.read(""), "page.json", "should be an object");
        }

        @Test
        void two_documents_in_one_file_are_refused() {
            String json = SamplePage.load().json();

            assertInvalid(() -> SamplePage.read(json + json), "page.json", "something follows the document");
        }

        @Test
        void a_member_given_twice_is_refused() {
            assertInvalid(() -> SamplePage.read("{\"page\": 1, \"page\": 2}"), "Duplicate", "'page'");
        }

        @Test
        void json_of_another_kind_is_no_document() {
            assertInvalid(
                    () -> SamplePage.load()
                            .without("incidents")
                            .without("scheduled_maintenances")
                            .read(),
                    "no incidents, scheduled_maintenances or components");
        }
    }

    @Nested
    class Of_a_bad_value {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        u3    | status        | sleeping  | incident iweb: update u3: status 'sleeping' is unknown; use one of: investigating, identified, monitoring, resolved, postmortem
                        iweb  | status        | scheduled | incident iweb: status 'scheduled' is unknown
                        iweb  | impact        | maintenance | incident iweb: impact 'maintenance' is unknown; use one of: none, minor, major, critical
                        d3    | status        | resolved  | maintenance wdisk: update d3: status 'resolved' is unknown; use one of: scheduled, in_progress, verifying, completed
                        wdisk | impact        | huge      | maintenance wdisk: impact 'huge' is unknown; use one of: none, minor, major, critical, maintenance
                        u3    | created_at    | yesterday | incident iweb: update u3: created_at 'yesterday' is no instant
                        u3    | created_at    | +12024-01-01T00:00:00Z | is no instant
                        wdisk | scheduled_for | soon      | maintenance wdisk: scheduled_for 'soon' is no instant
                        cweb  | status        | sleepy    | incident iweb: component cweb: status 'sleepy' is unknown; use one of: operational
                        harbour01 | time_zone | Mars/Base | page: there is no time_zone 'Mars/Base'; use a name such as Europe/Berlin
                        """)
        void the_file_the_place_the_value_and_what_is_permitted_are_named(
                String id, String member, String value, String message) {
            assertInvalid(() -> SamplePage.load().with(id, member, value).read(), "page.json: ", message);
        }

        @ParameterizedTest
        @CsvSource({
            "iweb, name, incident iweb",
            "iweb, status, incident iweb",
            "iweb, created_at, incident iweb",
            "iweb, impact, incident iweb",
            "iweb, incident_updates, incident iweb",
            "u3, status, incident iweb: update u3",
            "u3, body, incident iweb: update u3",
            "u3, created_at, incident iweb: update u3",
            "wdisk, scheduled_until, maintenance wdisk",
            "harbour01, name, page"
        })
        void a_missing_member_is_named(String id, String member, String where) {
            assertInvalid(
                    () -> SamplePage.load().without(id, member).read(),
                    "page.json: " + where,
                    "the member '" + member + "' is missing");
        }

        @Test
        void a_value_of_another_type_is_named() {
            assertInvalid(() -> SamplePage.load().with("u3", "body", 7).read(), "'body' should be a text, not 7");
            assertInvalid(
                    () -> SamplePage.load()
                            .with("iweb", "incident_updates", "none")
                            .read(),
                    "'incident_updates' should be a list");
            assertInvalid(
                    () -> SamplePage.load().with("cweb", "position", "first").read(),
                    "'position' should be an integer");
            assertInvalid(
                    () -> SamplePage.load().with("cweb", "group", "yes").read(), "'group' should be true or false");
        }

        @Test
        void an_effect_on_a_component_is_held_to_the_same_words() {
            String effects =
                    "[{\"code\": \"cweb\", \"name\": \"Web\", \"old_status\": \"operational\", \"new_status\": \"worse\"}]";

            assertInvalid(
                    () -> SamplePage.load()
                            .withJson("u3", "affected_components", effects)
                            .read(),
                    "incident iweb: update u3: component cweb: new_status 'worse' is unknown");
        }

        @Test
        void half_of_a_surrogate_pair_is_refused() {
            assertInvalid(
                    () -> SamplePage.read(SamplePage.load().json().replace("\"Done.\"", "\"\\ud83d\"")),
                    "update n2",
                    "half of a surrogate pair");
        }

        @Test
        void an_id_that_is_too_long_is_refused() {
            assertInvalid(
                    () -> SamplePage.load().with("iweb", "id", "x".repeat(181)).read(),
                    "'id' has 181 characters",
                    "180");
        }
    }

    @Nested
    class Of_something_too_large {
        private final StatuspageReader small = new StatuspageReader(new ReadLimits(20_000, 1_000));

        @Test
        void a_text_names_the_limit() {
            String json =
                    SamplePage.load().with("u3", "body", "x".repeat(1_001)).json();

            assertInvalid(
                    () -> SamplePage.read(json, small), "page.json, line 1", "too large", "a text 1,000 characters");
        }

        @Test
        void a_file_names_the_limit() {
            String json = SamplePage.load().json() + " ".repeat(20_001);

            assertInvalid(() -> SamplePage.read(json, small), "page.json", "too large", "a file may have 20,000 bytes");
        }

        @Test
        void deep_nesting_ends_the_reading() {
            assertInvalid(() -> SamplePage.read("[".repeat(2_000)), "page.json", "too large");
        }
    }
}
