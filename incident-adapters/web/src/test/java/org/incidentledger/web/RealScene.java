package org.incidentledger.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.incidentledger.contracts.RealHistory;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.intake.statuspage.MirrorProgress;
import org.incidentledger.intake.statuspage.StatuspageMirror;
import org.incidentledger.intake.statuspage.StatuspageReader;

/** The history of a real status page, as it was published and then as it was edited; asking for it skips the test elsewhere. */
public final class RealScene {
    /** Soon after the last thing that the history tells. */
    public static final Instant END = Instant.parse("2024-12-20T17:00:00Z");

    private static final Instant EDITED = Instant.parse("2024-12-20T16:50:00Z");

    private RealScene() {}

    /** The scene at {@link #END}. */
    public static Scene told() {
        Path published = RealHistory.asPublished();
        Path edited = RealHistory.asEdited();
        Scene scene = Scene.empty();
        scene.clock.set(EDITED);
        mirror(scene, published);
        scene.clock.set(END);
        mirror(scene, edited);
        return scene;
    }

    private static void mirror(Scene scene, Path document) {
        new StatuspageMirror(scene.ledger, new ActorRef("service/mirror"), scene.options)
                .mirror(new StatuspageReader().read(List.of(document)), MirrorProgress.SILENT);
    }
}
