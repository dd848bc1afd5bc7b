package org.incidentledger.intake.statuspage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.intake.statuspage.SamplePage.march;

import java.time.Instant;
import java.util.List;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.catalog.PageDescription;
import org.incidentledger.core.incident.AssessmentEvent;
import org.incidentledger.core.incident.Change;
import org.incidentledger.core.incident.ComponentChange;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.PublicationEvent;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.intake.statuspage.SamplePage.ThingId;
import org.junit.jupiter.api.Test;

class KnownPagePlanTest {
    private static final Instant NOW = Instant.parse("2024-04-01T00:00:00Z");

    private final RehearsedLedger ledger = new RehearsedLedger(NOW);

    @Test
    void nothing_is_left_to_do_when_nothing_changed() {
        ledger.mirror(SamplePage.document());

        assertThat(ledger.mirror(SamplePage.document())).isEmpty();
    }

    @Test
    void a_text_that_changes_to_and_fro_is_corrected_each_time() {
        StatuspageDocument before = SamplePage.document();
        StatuspageDocument after = SamplePage.load()
                .with("u3", "body", "The switch was replaced.")
                .with("u3", "updated_at", "2024-03-04T00:00:00.000Z")
                .with("d1", "body", "Some disks are replaced.")
                .read();

        for (StatuspageDocument document : List.of(before, after, before, after, after, before)) {
            ledger.mirror(document);
        }

        assertThat(ledger.saidOf("incident/iweb", PublicationEvent.PublicUpdateCorrected.class))
                .extracting(PublicationEvent.PublicUpdateCorrected::to)
                .containsExactly(
                        "The switch was replaced.",
                        "The switch is replaced.",
                        "The switch was replaced.",
                        "The switch is replaced.");
        assertThat(ledger.saidOf("maintenance/wdisk", MaintenanceEvent.MaintenanceUpdateCorrected.class))
                .hasSize(4);
        assertThat(ledger.said())
                .filteredOn(said -> said.event() instanceof PublicationEvent.PublicUpdateCorrected)
                .first()
                .extracting(RehearsedLedger.Said::occurredAt)
                .isEqualTo(march(4, "00:00:00"));
    }

    @Test
    void a_change_that_the_source_dates_into_the_future_happened_now() {
        ledger.mirror(SamplePage.document());
        ledger.mirror(SamplePage.load()
                .with("u3", "body", "Another text.")
                .with("u3", "updated_at", "2031-01-01T00:00:00.000Z")
                .read());

        assertThat(ledger.said().getLast().occurredAt()).isEqualTo(NOW);
    }

    @Test
    void a_title_that_changed_is_corrected() {
        ledger.mirror(SamplePage.document());
        ledger.mirror(SamplePage.load()
                .with("iweb", "name", "Sites answered slowly")
                .with("wdisk", "name", "Disks were replaced")
                .read());

        assertThat(ledger.saidOf("incident/iweb", PublicationEvent.TitleCorrected.class))
                .containsExactly(new PublicationEvent.TitleCorrected(
                        "Sites answer slowly", "Sites answered slowly", "text changed at the source"));
        assertThat(ledger.saidOf("maintenance/wdisk", MaintenanceEvent.MaintenanceTitleCorrected.class))
                .hasSize(1);
    }

    @Test
    void what_is_new_is_appended_and_nothing_else() {
        ledger.mirror(SamplePage.document());
        int before = ledger.said().size();
        ledger.mirror(SamplePage.load()
                .post("imail", "m2", "identified", "2024-03-06T09:00:00.000Z")
                .post("imail", "m3", "resolved", "2024-03-06T10:00:00.000Z")
                .post("wnext", "p2", "completed", "2024-03-21T10:00:00.000Z")
                .read());

        assertThat(ledger.said().subList(before, ledger.said().size()))
                .extracting(said -> said.event().getClass().getSimpleName())
                .containsExactly(
                        "PublicUpdatePosted",
                        "IncidentResolved",
                        "PublicUpdatePosted",
                        "MaintenanceStarted",
                        "MaintenanceCompleted",
                        "MaintenanceUpdatePosted");
    }

    @Test
    void an_update_that_turns_up_late_does_not_reopen_what_is_resolved() {
        ledger.mirror(SamplePage.load().without(new ThingId("u3")).read());
        ledger.mirror(SamplePage.document());

        assertThat(ledger.said().getLast().event())
                .isInstanceOfSatisfying(
                        PublicationEvent.PublicUpdatePosted.class,
                        posted -> assertThat(posted.update()).isEqualTo(new UpdateId("u3")));
        assertThat(ledger.saidOf("incident/iweb", LifecycleEvent.IncidentReopened.class))
                .hasSize(1);
    }

    @Test
    void what_the_source_tells_no_more_stays_and_is_counted() {
        ledger.mirror(SamplePage.document());
        MirrorPlan plan = ledger.plan(SamplePage.load()
                .without(new ThingId("u3"))
                .without(new ThingId("u4"))
                .without(new ThingId("d2"))
                .without(new ThingId("inote"))
                .read());

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.missing()).isEqualTo(3);
    }

    @Test
    void another_impact_is_assessed_with_what_it_says_of_components() {
        ledger.mirror(SamplePage.document());
        ledger.mirror(SamplePage.load()
                .with("imail", "impact", "critical")
                .with("iweb", "impact", "minor")
                .read());

        assertThat(ledger.saidOf("incident/imail", AssessmentEvent.IncidentAssessed.class))
                .singleElement()
                .satisfies(assessed -> {
                    assertThat(assessed.severity()).isEqualTo(new Change<>(Severity.MINOR, Severity.CRITICAL));
                    assertThat(assessed.components())
                            .containsExactly(new ComponentChange(
                                    new ComponentId("cmail"),
                                    ComponentStatus.DEGRADED_PERFORMANCE,
                                    ComponentStatus.MAJOR_OUTAGE));
                });
        assertThat(ledger.saidOf("incident/iweb", AssessmentEvent.IncidentAssessed.class)
                        .getLast()
                        .components())
                .isEmpty();
    }

    @Test
    void a_component_that_joins_an_incident_is_added_and_assessed() {
        ledger.mirror(SamplePage.document());
        StatuspageDocument joined =
                SamplePage.load().withJson("imail", "components", """
                        [{"id": "cmail", "name": "Mail", "status": "operational", "position": 3,
                          "created_at": "2023-05-01T00:00:00.000Z", "updated_at": "2023-05-01T00:00:00.000Z"},
                         {"id": "clist", "name": "Lists", "status": "operational", "position": 4}]""").read();

        ledger.mirror(joined);

        assertThat(ledger.catalog().component(new ComponentId("clist"))).isNotNull();
        assertThat(ledger.saidOf("incident/imail", AssessmentEvent.IncidentAssessed.class))
                .singleElement()
                .satisfies(assessed -> assertThat(assessed.components())
                        .extracting(ComponentChange::component)
                        .containsExactly(new ComponentId("clist")));
        assertThat(ledger.mirror(joined)).isEmpty();
    }

    @Test
    void a_window_that_moved_is_rescheduled_until_the_work_is_over() {
        ledger.mirror(SamplePage.document());
        StatuspageDocument moved = SamplePage.load()
                .with("wnext", "scheduled_until", "2024-03-20T04:00:00.000Z")
                .with("wdisk", "scheduled_until", "2024-03-04T04:00:00.000Z")
                .read();

        ledger.mirror(moved);

        assertThat(ledger.saidOf("maintenance/wnext", MaintenanceEvent.MaintenanceRescheduled.class))
                .singleElement()
                .satisfies(rescheduled -> assertThat(rescheduled.to().until()).isEqualTo(march(20, "04:00:00")));
        assertThat(ledger.saidOf("maintenance/wdisk", MaintenanceEvent.MaintenanceRescheduled.class))
                .isEmpty();
        assertThat(ledger.mirror(moved)).isEmpty();
    }

    @Test
    void a_component_or_page_that_is_described_otherwise_is_described_anew() {
        ledger.mirror(SamplePage.document());
        ledger.mirror(SamplePage.load()
                .with("harbour01", "name", "Harbour")
                .with("cmail", "name", "Mail relay")
                .read());

        assertThat(ledger.catalog().state().page())
                .extracting(PageDescription::name)
                .isEqualTo("Harbour");
        assertThat(ledger.catalog().component(new ComponentId("cmail")))
                .extracting(ComponentDescription::name)
                .isEqualTo("Mail relay");
    }
}
