package org.incidentledger.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guide tells what each role may do: {@code -Dgolden.update=true} rewrites its table. */
class RolesInDocsTest {
    private static final Path GUIDE = Path.of("../docs/guide-operating.md");
    private static final String BEGIN = "<!-- roles: checked by RolesInDocsTest -->\n";
    private static final Pattern SECTION = Pattern.compile(Pattern.quote(BEGIN) + "(.*?)<!-- end -->", Pattern.DOTALL);

    @Test
    void the_guide_tells_what_each_role_may_do() throws IOException {
        String text = Files.readString(GUIDE);
        if (Boolean.getBoolean("golden.update")) {
            text = SECTION.matcher(text).replaceFirst(Matcher.quoteReplacement(BEGIN + table() + "<!-- end -->"));
            Files.writeString(GUIDE, text);
        }
        Matcher found = SECTION.matcher(text);
        assertThat(found.find()).as("the table of roles in %s", GUIDE).isTrue();
        assertThat(found.group(1))
                .as("the table of roles in %s; -Dgolden.update=true rewrites it", GUIDE)
                .isEqualTo(table());
    }

    private static String table() {
        String roles = Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(" | "));
        return "| action | %s |\n|---|%s\n".formatted(roles, ":-:|".repeat(Role.values().length))
                + Arrays.stream(Action.values()).map(RolesInDocsTest::row).collect(Collectors.joining());
    }

    private static String row(Action action) {
        return "| `%s`: %s | %s |\n"
                .formatted(
                        action.word(),
                        action.description(),
                        Arrays.stream(Role.values())
                                .map(role -> action.allowedBy().contains(role) ? "yes" : "")
                                .collect(Collectors.joining(" | ")));
    }
}
