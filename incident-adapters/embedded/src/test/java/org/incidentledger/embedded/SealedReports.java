package org.incidentledger.embedded;

import java.nio.file.Path;
import java.util.List;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.ReportSource;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.sealing.SealedValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A ledger in a folder of its own, in which incidents are reported by people whose names are sealed. */
abstract class SealedReports {
    static final ActorRef ADA = new ActorRef("staff/ada");
    static final ActorRef ANN = new ActorRef("client/ann");
    static final ActorRef BOB = new ActorRef("client/bob");
    static final String ANNS_NAME = "Ann Müller <ann@example.org>";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // opened before each test
    IncidentLedger ledger;

    @BeforeEach
    void open() {
        ledger = IncidentLedger.open(folder, LedgerOptions.defaults().withUpkeep(ViewUpkeep.ON_AWAIT));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    void reopen() {
        ledger.close();
        open();
    }

    static LifecycleCommand.ReportIncident report(String id, @Nullable SealedValue reporter) {
        return new LifecycleCommand.ReportIncident(
                new IncidentId(id),
                "Phishing",
                IncidentKind.SECURITY_EVENT,
                Severity.MINOR,
                ReportSource.CLIENT,
                null,
                null,
                null,
                List.of(),
                false,
                null,
                reporter);
    }

    SealedValue reported(String id, ActorRef subject, String text) {
        Sealing sealing = ledger.sealing();
        SealedValue reporter = sealing.seal(subject, text);
        ledger.as(ADA).with(sealing).send(report(id, reporter)).receipt();
        return reporter;
    }

    Vault vault() {
        return ledger.as(ADA).vault();
    }
}
