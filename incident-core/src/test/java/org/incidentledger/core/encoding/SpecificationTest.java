package org.incidentledger.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The specification is told from the records: {@code -Dgolden.update=true} rewrites its tables. */
class SpecificationTest {
    private static final Path SPECIFICATION = Path.of("../docs/ledger-format.md");

    @Test
    void the_specification_lists_every_event_with_its_revision_and_members() throws IOException {
        assertTable("events", "| type | revision | members |\n|---|---|---|\n" + Specification.events());
    }

    @Test
    void the_specification_lists_every_object_within_events() throws IOException {
        assertTable("objects", "| object | members |\n|---|---|\n" + Specification.objects());
    }

    @Test
    void the_specification_lists_every_word_of_every_enumeration() throws IOException {
        assertTable("words", "| enumeration | words |\n|---|---|\n" + Specification.words());
    }

    @Test
    void the_example_of_the_specification_is_the_golden_entry() throws IOException {
        assertThat(Files.readString(SPECIFICATION))
                .contains("\n    " + new GoldenFile("entry.golden.json").text() + "\n");
    }

    @Test
    void the_specification_lists_every_old_revision() throws IOException {
        String text = Files.readString(SPECIFICATION);
        assertThat(EventTypes.ALL).allSatisfy(type -> {
            for (int old = 1; old < type.revision(); old++) {
                assertThat(text).contains("| `%s` | %s | ".formatted(type.name(), old));
            }
        });
    }

    private static void assertTable(String name, String table) throws IOException {
        String begin = "<!-- %s: checked by SpecificationTest -->\n".formatted(name);
        Pattern section = Pattern.compile(Pattern.quote(begin) + "(.*?)<!-- end -->", Pattern.DOTALL);
        String text = Files.readString(SPECIFICATION);
        if (Boolean.getBoolean("golden.update")) {
            text = section.matcher(text).replaceFirst(Matcher.quoteReplacement(begin + table + "<!-- end -->"));
            Files.writeString(SPECIFICATION, text);
        }
        Matcher found = section.matcher(text);
        assertThat(found.find())
                .as("the table of %s in %s", name, SPECIFICATION)
                .isTrue();
        assertThat(found.group(1))
                .as("the table of %s in %s; -Dgolden.update=true rewrites it", name, SPECIFICATION)
                .isEqualTo(table);
    }
}
