package org.incidentledger.intake.statuspage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.intake.statuspage.InvalidDocuments.assertInvalid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.incidentledger.intake.statuspage.SamplePage.ThingId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagedDocumentsTest {
    @TempDir
    private Path folder;

    private StatuspageDocument read(SamplePage... pages) throws IOException {
        List<Path> files = new ArrayList<>();
        for (SamplePage page : pages) {
            files.add(Files.writeString(folder.resolve("page-" + files.size() + ".json"), page.json()));
        }
        return new StatuspageReader().read(files);
    }

    @Test
    void pages_of_one_history_are_one_document() throws IOException {
        StatuspageDocument document = read(
                SamplePage.load()
                        .without("scheduled_maintenances")
                        .without(new ThingId("iweb"))
                        .without(new ThingId("inote")),
                SamplePage.load().without("scheduled_maintenances").without(new ThingId("imail")),
                SamplePage.load().without("incidents"));

        assertThat(document).isEqualTo(SamplePage.document());
    }

    @Test
    void an_incident_on_two_pages_is_one_with_the_updates_of_both() throws IOException {
        StatuspageDocument document = read(
                SamplePage.load().without(new ThingId("u2")).without(new ThingId("u1")),
                SamplePage.load().without(new ThingId("u6")).without(new ThingId("u7")));

        assertThat(document).isEqualTo(SamplePage.document());
    }

    @Test
    void of_two_states_of_a_thing_the_newer_counts() throws IOException {
        StatuspageDocument document = read(
                SamplePage.load(),
                SamplePage.load()
                        .with("iweb", "name", "Newer name")
                        .with("iweb", "updated_at", "2024-03-06T00:00:00.000Z")
                        .with("u3", "body", "Newer text")
                        .with("u3", "updated_at", "2024-03-06T00:00:00.000Z"),
                SamplePage.load());

        assertThat(document.incidents().get(1).name()).isEqualTo("Newer name");
        assertThat(document.incidents().get(1).oldestFirst().get(2).body()).isEqualTo("Newer text");
    }

    @Test
    void files_of_two_pages_are_refused() {
        assertInvalid(
                () -> read(SamplePage.load(), SamplePage.load().with("harbour01", "id", "other02")),
                "page-1.json: the page is 'other02', but 'harbour01' in",
                "import one page at a time");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertInvalid(
                () -> new StatuspageReader().read(List.of(folder.resolve("gone.json"))),
                "there is no file",
                "gone.json");
    }

    @Test
    void a_folder_is_no_file() {
        assertInvalid(() -> new StatuspageReader().read(List.of(folder)), "cannot be read");
    }

    @Test
    void no_file_at_all_is_refused() {
        assertInvalid(() -> new StatuspageReader().read(List.of()), "no file is named");
    }
}
