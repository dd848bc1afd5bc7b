package org.incidentledger.web.browser;

import java.io.IOException;
import java.util.List;
import org.incidentledger.web.RealScene;
import org.incidentledger.web.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The history of a real status page in a real Chromium, as {@link Watched} looks at it. Skipped where one of both is missing. */
class RealHistoryInBrowserTest {
    @RegisterExtension
    static final WatchedScene SITE = WatchedScene.of(RealScene::told);

    @Test
    void its_pages_are_for_everybody() throws IOException {
        SITE.watched()
                .checkBriefly(List.of(
                        "",
                        "history/2022-08/",
                        "maintenance/",
                        "maintenance/53t2nlxs8016/",
                        "components/02ce1820cf9f/",
                        "incidents/kz4khcgdsfdv/"));
    }

    @Test
    void so_are_those_for_auditors() throws IOException {
        SITE.watched().signIn(Scene.AUDITOR);
        SITE.watched().checkBriefly(List.of("console/", "console/at/2000/", "console/diff/?from=3115&to=3122"));
    }
}
