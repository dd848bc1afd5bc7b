package org.incidentledger.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the repository may hold, whatever the language of a file. */
class TreeTest {
    private static final Set<String> TOP_LEVEL = Set.of(
            "pom.xml", "incident-core", "incident-projections", "incident-adapters", "docs", "README.md", "LICENSE");
    private static final Path README = Path.of("README.md");
    private static final String TEST_COMMAND = "mvn verify";
    private static final int README_LINES_MAX = 150;

    /** Folders of one machine: what a clone elsewhere does not have. */
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.}*-])/(?:work|root|home|Users|usr/lib/jvm|opt|tmp|var/folders)/[A-Za-z0-9]");

    private static final Pattern REGISTRY_HOST =
            Pattern.compile("https?://[a-z0-9.-]*(?:maven|npmjs|debian|pypi|nexus|artifactory)[a-z0-9.-]*[/:]");
    private static final Pattern NAMESPACE = Pattern.compile("https?://maven\\.apache\\.org/(?:POM|xsd)/");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME)\\b");

    @Test
    void the_top_level_holds_the_modules_the_docs_and_nothing_else() {
        assertThat(Repository.topLevel().stream().filter(TreeTest::strayAtTopLevel))
                .isEmpty();
    }

    @Test
    void no_file_names_a_machine_path_or_a_registry() {
        assertThat(Repository.files().stream().flatMap(file -> findings(file, TreeTest::namesThisMachine)))
                .isEmpty();
    }

    @Test
    void nothing_is_left_to_be_done_in_a_comment() {
        assertThat(Repository.files().stream().flatMap(file -> findings(file, TreeTest::unfinished)))
                .isEmpty();
    }

    @Test
    void the_readme_has_at_most_150_lines() {
        assertThat(lines(README)).hasSizeLessThanOrEqualTo(README_LINES_MAX);
    }

    @Test
    void ci_runs_the_test_command_of_the_readme() {
        assertThat(lines(Path.of(".ci/run"))).contains(TEST_COMMAND);
        assumeThat(lines(README)).isNotEmpty();
        assertThat(lines(README)).anyMatch(line -> line.contains(TEST_COMMAND));
    }

    @Nested
    class Each_can_fail {
        @Test
        void a_stray_name_at_the_top() {
            assertThat(strayAtTopLevel("scripts")).isTrue();
            assertThat(List.of("docs", ".ci", ".gitignore", "pom.xml")).noneMatch(TreeTest::strayAtTopLevel);
        }

        @Test
        void the_path_of_a_machine() {
            assertThat(List.of(" /" + "home/ann/x", "\"/" + "tmp/x\"", "file:/" + "usr/lib/jvm/jdk"))
                    .allMatch(TreeTest::namesThisMachine);
            assertThat(List.of("tile/work/x", "/homes/1", "https://example.org/a/home/x"))
                    .noneMatch(TreeTest::namesThisMachine);
        }

        @Test
        void the_host_of_a_registry() {
            assertThat(namesThisMachine("https://repo." + "maven.example.org/x"))
                    .isTrue();
            assertThat(namesThisMachine("http://maven.apache.org/POM/4.0.0")).isFalse();
        }

        @Test
        void a_note_to_come_back() {
            assertThat(unfinished("// TO" + "DO later")).isTrue();
            assertThat(unfinished("todos are stored in the TODOS table")).isFalse();
        }

        @Test
        void the_line_is_named() {
            assertThat(findings(Path.of("LICENSE"), line -> line.contains("END OF TERMS")))
                    .singleElement()
                    .asString()
                    .matches("LICENSE:\\d+: +END OF TERMS.*");
        }
    }

    private static boolean strayAtTopLevel(String name) {
        return !name.startsWith(".") && !TOP_LEVEL.contains(name);
    }

    private static boolean namesThisMachine(String line) {
        String withoutNamespace = NAMESPACE.matcher(line).replaceAll("");
        return MACHINE_PATH.matcher(line).find()
                || REGISTRY_HOST.matcher(withoutNamespace).find();
    }

    private static boolean unfinished(String line) {
        return UNFINISHED.matcher(line).find();
    }

    private static List<String> lines(Path file) {
        return Repository.text(file).orElse("").lines().toList();
    }

    private interface LineRule {
        boolean broken(String line);
    }

    private static Stream<String> findings(Path file, LineRule rule) {
        List<String> lines = lines(file);
        return Stream.iterate(0, line -> line < lines.size(), line -> line + 1)
                .filter(line -> rule.broken(lines.get(line)))
                .map(line -> file + ":" + (line + 1) + ": " + lines.get(line));
    }
}
