package org.incidentledger.web.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.incidentledger.web.RealScene;
import org.incidentledger.web.Scene;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The history of a real status page in a real Chromium, as {@link Watched} looks at it. Skipped where one of both is missing. */
class RealHistoryInBrowserTest {
    private static @Nullable Watched site;

    @BeforeAll
    static void serve() throws IOException {
        Path program = Watched.program();
        Scene scene = RealScene.told();
        site = Watched.of(scene, program);
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
    }

    private static Watched site() {
        return Objects.requireNonNull(site);
    }

    @Test
    void its_pages_are_for_everybody() throws IOException {
        site().checkBriefly(List.of(
                "",
                "history/2022-08/",
                "maintenance/",
                "maintenance/53t2nlxs8016/",
                "components/02ce1820cf9f/",
                "incidents/kz4khcgdsfdv/"));
    }

    @Test
    void so_are_those_for_auditors() throws IOException {
        site().signIn(Scene.AUDITOR);
        site().checkBriefly(List.of("console/", "console/at/2000/", "console/diff/?from=3080&to=3122"));
    }
}
