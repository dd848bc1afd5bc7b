package org.incidentledger.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.embedded.Sealing;
import org.incidentledger.web.Client;
import org.incidentledger.web.Scene;
import org.junit.jupiter.api.Test;

/** What the console and the public site show of sealed values, before an erasure and after. */
class SealedValuesTest {
    private static final ActorRef ANN = new ActorRef("client/ann");
    private static final ActorRef BOB = new ActorRef("client/bob");
    private static final List<String> AUDITED = List.of("", "?type=incident.reported", "export.csv?", "export.jsonl?");

    private static SealedValue reported(Scene scene, String id, ActorRef subject) {
        Sealing sealing = scene.ledger.sealing();
        SealedValue reporter = sealing.seal(subject, "Plain Name <plain@example.org>");
        scene.as("staff/ada")
                .with(sealing)
                .send(LifecycleCommand.ReportIncident.of(
                                new IncidentId(id), "Phishing", IncidentKind.SECURITY_EVENT, Severity.MINOR)
                        .reportedBy(reporter))
                .receipt();
        return reporter;
    }

    @Test
    void are_sealed_or_erased_and_never_open() throws IOException {
        try (Scene scene = Scene.empty()) {
            scene.clock.set(Scene.NOON);
            SealedValue ofAnn = reported(scene, "2026-1", ANN);
            SealedValue ofBob = reported(scene, "2026-2", BOB);
            try (SiteServer server = scene.serve();
                    Client client = new Client(server.address())) {
                for (String path : AUDITED) {
                    assertThat(audit(client, path))
                            .contains("sealed value " + ofAnn.id(), "sealed value " + ofBob.id())
                            .doesNotContain("Plain Name");
                }
                assertThat(audit(client, "entry/0/")).contains("sealed value " + ofAnn.id());
                scene.as("staff/ada").vault().erase(ANN, "R-7", "Art. 17");
                scene.settle();
                for (String path : AUDITED) {
                    assertThat(audit(client, path))
                            .contains("erased value " + ofAnn.id(), "sealed value " + ofBob.id())
                            .doesNotContain("sealed value " + ofAnn.id(), "Plain Name");
                }
                assertThat(audit(client, "entry/0/"))
                        .contains("erased value " + ofAnn.id())
                        .doesNotContain("Plain Name");
                assertThat(client.get("").body())
                        .doesNotContain("Plain Name", ofAnn.id().toString());
            }
        }
    }

    private static String audit(Client client, String path) {
        return client.get("console/" + path, "Authorization", "Bearer " + Scene.AUDITOR.secretText())
                .body();
    }
}
