package org.incidentledger.web.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.incidentledger.core.access.AccessToken;
import org.incidentledger.web.Scene;
import org.incidentledger.web.browser.Browser.Look;
import org.incidentledger.web.server.SiteServer;

/**
 * A served scene that a browser looks at: nothing sticks out at the side, nothing is complained about, and axe-core finds nothing that
 * keeps people out. With {@code -Dpictures=DIR} a picture of each page is written there.
 */
record Watched(Scene scene, SiteServer server, Browser browser, String axe) implements AutoCloseable {
    /** Skips the test where there is no Chromium. */
    static Path program() {
        Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "no Chromium here: the pages are not looked at in a browser");
        return program.orElseThrow();
    }

    static Watched of(Scene scene, Path program) throws IOException {
        SiteServer server = scene.serve();
        return new Watched(scene, server, Browser.start(program), load());
    }

    /** Lets the browser into the console. */
    void signIn(AccessToken token) {
        browser.open(address("console/login/"), Look.DESK);
        browser.evaluate("document.querySelector('input[name=token]').value = '" + token.secretText()
                + "'; document.querySelector('form.report').submit()");
    }

    /** Looks at pages on a phone and at a desk, by day and by night. */
    void check(List<String> paths) throws IOException {
        check(paths, Look.all().toList());
    }

    /** On a phone by day and at a desk by night; all four ways when pictures are wanted. */
    void checkBriefly(List<String> paths) throws IOException {
        check(
                paths,
                System.getProperty("pictures") == null
                        ? List.of(Look.PHONE, Look.DESK.atNight())
                        : Look.all().toList());
    }

    private void check(List<String> paths, List<Look> looks) throws IOException {
        for (String path : paths) {
            for (Look look : looks) {
                check(path, look);
            }
        }
    }

    private void check(String path, Look look) throws IOException {
        browser.open(address(path), look);
        keep(path, look, browser.picture());
        String where = "/" + path + " " + look;
        if (!path.equals("nothing/")) {
            assertThat(browser.complaints()).as(where).isEmpty();
        }
        assertThat(browser.evaluate("document.documentElement.scrollWidth - innerWidth")
                        .asInt())
                .as(where + ": how far something sticks out")
                .isLessThanOrEqualTo(0);
        browser.evaluate(axe + ";1");
        JsonNode violations = browser.evaluate("""
                axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
                  .then(found => found.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.map(n => n.html).slice(0, 3)))
                """);
        assertThat(violations).as(where).isEmpty();
    }

    URI address(String path) {
        return URI.create(server.address() + path);
    }

    private static void keep(String path, Look look, byte[] picture) throws IOException {
        String folder = System.getProperty("pictures");
        if (folder != null) {
            String name = path.isEmpty() ? "home" : path.replaceAll("[^a-zA-Z0-9-]+", "_");
            Files.write(Path.of(folder).resolve(name + "-" + look + ".png"), picture);
        }
    }

    private static String load() throws IOException {
        try (InputStream in = Objects.requireNonNull(Watched.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @Override
    public void close() {
        browser.close();
        server.close();
        scene.close();
    }
}
