package org.incidentledger.intake.statuspage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.intake.statuspage.SamplePage.march;

import java.time.Instant;
import java.util.List;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.incident.ComponentChange;
import org.incidentledger.core.incident.ComponentImpact;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.PublicationEvent;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.publication.ExternalRef;
import org.junit.jupiter.api.Test;

class NewPagePlanTest {
    private static final Instant NOW = Instant.parse("2024-04-01T00:00:00Z");
    private static final IncidentId WEB = new IncidentId("iweb");

    private final RehearsedLedger ledger = new RehearsedLedger(NOW);

    @Test
    void the_catalog_comes_first_then_everything_in_the_order_of_time() {
        List<Step> steps = ledger.mirror(SamplePage.document());

        assertThat(steps).extracting(step -> step.turn()).isSorted();
        assertThat(ledger.said().subList(0, 4))
                .extracting(RehearsedLedger.Said::event)
                .satisfiesExactly(
                        page -> assertThat(page).isInstanceOf(CatalogEvent.PageDescribed.class),
                        web -> assertThat(web).isInstanceOf(CatalogEvent.ComponentAdded.class),
                        api -> assertThat(api).isInstanceOf(CatalogEvent.ComponentAdded.class),
                        mail -> assertThat(mail).isInstanceOf(CatalogEvent.ComponentAdded.class));
        assertThat(ledger.said().subList(4, 6))
                .extracting(said -> said.stream().toString())
                .containsExactly("incident/inote", "incident/inote");
    }

    @Test
    void updates_of_one_minute_keep_the_order_of_the_source() {
        ledger.mirror(SamplePage.document());

        assertThat(ledger.saidOf("incident/iweb", PublicationEvent.PublicUpdatePosted.class))
                .extracting(posted -> posted.update().value())
                .containsExactly("u1", "u2", "u3", "u4", "u5", "u6", "u7");
    }

    @Test
    void of_two_incidents_of_one_instant_the_one_that_is_listed_as_older_comes_first() {
        String instant = "2024-03-03T09:00:00.000Z";
        ledger.mirror(SamplePage.load()
                .with("inote", "created_at", instant)
                .with("n1", "created_at", instant)
                .read());

        assertThat(ledger.said())
                .filteredOn(said -> said.occurredAt().equals(Instant.parse(instant)))
                .extracting(said -> said.stream().toString())
                .startsWith("incident/inote", "incident/inote", "incident/iweb")
                .endsWith("incident/iweb");
    }

    @Test
    void an_incident_keeps_what_it_is_called_and_when_it_began() {
        ledger.mirror(SamplePage.document());

        LifecycleEvent.IncidentReported reported = ledger.saidOf("incident/iweb", LifecycleEvent.IncidentReported.class)
                .getFirst();
        assertThat(reported.external())
                .isEqualTo(new ExternalRef(
                        "statuspage:harbour01", "iweb", "https://status.harbour.example/incidents/iweb"));
        assertThat(reported.startedAt()).isEqualTo(march(3, "08:55:00"));
        assertThat(reported.severity()).isEqualTo(Severity.MAJOR);
        assertThat(reported.kind()).isEqualTo(IncidentKind.AVAILABILITY);
        assertThat(reported.components())
                .containsExactly(new ComponentImpact(new ComponentId("cweb"), ComponentStatus.PARTIAL_OUTAGE));
        assertThat(ledger.said())
                .contains(new RehearsedLedger.Said(
                        new SourceCommand.ToIncident(LifecycleCommand.ReportIncident.of(
                                        WEB, "any", IncidentKind.AVAILABILITY, Severity.MAJOR))
                                .stream(),
                        march(3, "09:00:00"),
                        reported));
    }

    @Test
    void the_life_of_an_incident_follows_its_updates() {
        ledger.mirror(SamplePage.document());

        assertThat(ledger.saidOf("incident/iweb"))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "IncidentReported",
                        "PublicUpdatePosted",
                        "IncidentAssessed",
                        "PublicUpdatePosted",
                        "PublicUpdatePosted",
                        "IncidentAssessed",
                        "IncidentResolved",
                        "PublicUpdatePosted",
                        "IncidentAssessed",
                        "IncidentReopened",
                        "PublicUpdatePosted",
                        "IncidentAssessed",
                        "IncidentResolved",
                        "PublicUpdatePosted",
                        "PublicUpdatePosted");
        assertThat(ledger.said())
                .filteredOn(said -> said.event() instanceof LifecycleEvent.IncidentResolved
                        && said.stream().id().equals("iweb"))
                .extracting(RehearsedLedger.Said::occurredAt)
                .containsExactly(march(3, "10:00:00"), march(3, "11:29:58"));
    }

    @Test
    void a_component_is_affected_as_the_impact_says_when_no_update_tells() {
        ledger.mirror(SamplePage.document());

        assertThat(ledger.saidOf("incident/imail", LifecycleEvent.IncidentReported.class)
                        .getFirst()
                        .components())
                .containsExactly(new ComponentImpact(new ComponentId("cmail"), ComponentStatus.DEGRADED_PERFORMANCE));
    }

    @Test
    void a_component_of_an_incident_without_impact_is_named_by_its_first_update() {
        ledger.mirror(SamplePage.document());

        ComponentChange harmless =
                new ComponentChange(new ComponentId("cweb"), ComponentStatus.OPERATIONAL, ComponentStatus.OPERATIONAL);
        assertThat(ledger.saidOf("incident/inote", PublicationEvent.PublicUpdatePosted.class))
                .extracting(PublicationEvent.PublicUpdatePosted::components)
                .containsExactly(List.of(harmless), List.of());
    }

    @Test
    void a_maintenance_passes_through_what_its_updates_state() {
        ledger.mirror(SamplePage.document());

        assertThat(ledger.saidOf("maintenance/wdisk"))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "MaintenanceScheduled",
                        "MaintenanceUpdatePosted",
                        "MaintenanceUpdatePosted",
                        "MaintenanceStarted",
                        "MaintenanceUpdatePosted",
                        "MaintenanceVerifying",
                        "MaintenanceUpdatePosted",
                        "MaintenanceCompleted",
                        "MaintenanceUpdatePosted");
    }

    @Test
    void another_instant_to_display_is_kept_beside_the_one_at_which_it_was_posted() {
        ledger.mirror(SamplePage.load()
                .with("u3", "display_at", "2024-03-03T09:20:00.000Z")
                .read());

        assertThat(ledger.saidOf("incident/iweb", PublicationEvent.PublicUpdatePosted.class))
                .extracting(PublicationEvent.PublicUpdatePosted::displayAt)
                .containsExactly(null, null, march(3, "09:20:00"), null, null, null, null);
    }

    @Test
    void an_id_that_is_no_identifier_here_gets_one_that_is_always_the_same() {
        StatuspageDocument document =
                SamplePage.load().with("imail", "id", "mail: 1/2").read();

        ledger.mirror(document);

        assertThat(SourcePage.incident("mail: 1/2").value()).startsWith("sp-");
        assertThat(ledger.incident(SourcePage.incident("mail: 1/2")).external())
                .extracting(ExternalRef::id)
                .isEqualTo("mail: 1/2");
        assertThat(ledger.mirror(document)).isEmpty();
    }
}
