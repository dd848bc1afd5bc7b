package org.incidentledger.intake.statuspage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.catalog.PageDescription;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.intake.statuspage.SamplePage.ThingId;
import org.junit.jupiter.api.Test;

class LocalHistoryPlanTest {
    private static final Instant NOW = Instant.parse("2024-04-01T00:00:00Z");
    private static final IncidentId WEB = new IncidentId("iweb");

    private final RehearsedLedger ledger = new RehearsedLedger(NOW);

    @Test
    void an_incident_that_was_dismissed_here_is_left_alone() {
        StatuspageDocument first = SamplePage.load().read();
        ledger.mirror(first);
        ledger.send(new PublicationCommand.RetractUpdate(new IncidentId("imail"), new UpdateId("m1"), "not ours"), NOW);
        ledger.send(new LifecycleCommand.RejectReport(new IncidentId("imail"), "not ours"), NOW);

        MirrorPlan plan = ledger.plan(SamplePage.load()
                .post("imail", "m2", "resolved", "2024-03-06T10:00:00.000Z")
                .read());

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.dismissed()).isEqualTo(1);
    }

    @Test
    void an_update_that_was_retracted_here_stays_retracted() {
        ledger.mirror(SamplePage.document());
        ledger.send(new PublicationCommand.RetractUpdate(WEB, new UpdateId("u3"), "a name was in it"), NOW);

        assertThat(ledger.mirror(SamplePage.load().with("u3", "body", "Other.").read()))
                .isEmpty();
    }

    @Test
    void a_page_that_describes_itself_stays_as_it_is() {
        PageDescription own = new PageDescription("Our own page", null, "Etc/UTC", null);
        ledger.send(new CatalogCommand.DescribePage(own), NOW);

        ledger.mirror(SamplePage.document());

        assertThat(ledger.catalog().state().page()).isEqualTo(own);
    }

    @Test
    void something_else_under_the_same_id_stops_the_import() {
        ledger.send(LifecycleCommand.ReportIncident.of(WEB, "Ours", IncidentKind.AVAILABILITY, Severity.MINOR), NOW);

        assertThatThrownBy(() -> ledger.plan(SamplePage.document()))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessage("incident iweb: it is in this ledger, but did not come from page harbour01; import into"
                        + " another ledger");
    }

    @Test
    void so_does_another_page() {
        ledger.mirror(SamplePage.document());

        assertThatThrownBy(() -> ledger.plan(
                        SamplePage.load().with("harbour01", "id", "other02").read()))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessage("page other02: this ledger mirrors page harbour01 (Harbour Hosting); import into another"
                        + " ledger");
    }

    @Test
    void an_update_of_ours_under_the_same_id_stops_it_too() {
        ledger.mirror(SamplePage.load().without(new ThingId("u7")).read());
        ledger.send(PublicationCommand.PostUpdate.of(WEB, new UpdateId("u7"), PublicStatus.RESOLVED, "Ours."), NOW);

        assertThatThrownBy(() -> ledger.plan(SamplePage.document()))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageStartingWith("update u7 of incident iweb: ");
    }
}
