package org.incidentledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that somebody wrote to attack whoever reads them. */
class PrintedTextTest {
    private static final String SCRIPT = "<script>alert('x')</script>";
    private static final String ESCAPE = "\u001b[31m\u001b]0;owned\u0007\u202Egnp";

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of(""));

    private void tell(String text) {
        terminal = new Terminal(folder);
        terminal.done("report", "--incident", "i1", "--title", text, "--kind", "abuse", "--severity", "minor");
        terminal.done(
                "post-update", "--incident", "i1", "--update", "u1", "--status", "identified", "--text", text + "1");
        terminal.done("correct-update", "--incident", "i1", "--update", "u1", "--text", text + "2", "--reason", text);
        terminal.done("correct-title", "--incident", "i1", "--title", text + "3", "--reason", text);
        terminal.done("post-update", "--incident", "i1", "--update", "u2", "--status", "identified", "--text", text);
        terminal.done("retract-update", "--incident", "i1", "--update", "u2", "--reason", text);
        terminal.done("resolve", "--incident", "i1", "--summary", text);
        terminal.done("post-mortem", "revise", "--incident", "i1", "--title", text, "--body", text, "--change", text);
        terminal.done("post-mortem", "approve", "--incident", "i1", "--revision", "1", "--actor", "staff/dora");
        terminal.done("post-mortem", "publish", "--incident", "i1");
    }

    @BeforeEach
    void open() {
        terminal = new Terminal(folder);
    }

    @Test
    void cannot_bring_a_script_onto_the_page() {
        tell(SCRIPT);

        String html = terminal.done("timeline", "--format", "html").out();

        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;x&#39;)", "default-src 'none'");
        assertThat(html)
                .contains("Corrected", "retracted", "the title was", "Post-mortem")
                .doesNotContain("href=");
    }

    @Test
    void cannot_take_over_the_terminal() {
        tell(ESCAPE);

        for (String view : new String[] {"timeline", "audit", "replay", "measures", "status"}) {
            String out = terminal.done(view).out();
            assertThat(out.codePoints().filter(c -> c != '\n').noneMatch(Character::isISOControl))
                    .as(view)
                    .isTrue();
            assertThat(out).doesNotContain("\u202E");
        }
        assertThat(terminal.run("post-update", "--incident", "i1", "--status", ESCAPE)
                        .err())
                .doesNotContain("\u001b");
    }
}
