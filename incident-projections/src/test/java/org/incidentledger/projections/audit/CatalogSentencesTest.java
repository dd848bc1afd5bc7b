package org.incidentledger.projections.audit;

import static org.incidentledger.projections.audit.Sentences.reads;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentKind;
import org.incidentledger.core.catalog.PageDescription;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.core.maintenance.MaintenanceStatus;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.projections.replay.RecordedHistory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How maintenance and the catalog read. */
class CatalogSentencesTest {
    private static final Instant TEN = RecordedHistory.instant("10:00");
    private static final Instant ELEVEN = RecordedHistory.instant("11:00");
    private static final UpdateId U1 = new UpdateId("u1");
    private static final ComponentId WEB = new ComponentId("web");
    private static final ExternalRef THEIRS = new ExternalRef("statuspage", "abc", "https://x.test/abc");

    @ParameterizedTest
    @MethodSource({"maintenance", "maintenanceTexts"})
    void an_event_of_a_maintenance_reads(MaintenanceEvent event, String sentence, List<String> fields) {
        Sentences.assertReads(new RecordedHistory().maintenance("m", event), sentence, fields);
    }

    @ParameterizedTest
    @MethodSource({"page", "components"})
    void an_event_of_the_catalog_reads(CatalogEvent event, String sentence, List<String> fields) {
        Sentences.assertReads(new RecordedHistory().catalog(event), sentence, fields);
    }

    static Stream<Arguments> maintenance() {
        Window before = new Window(TEN, ELEVEN);
        Window after = new Window(ELEVEN, ELEVEN.plusSeconds(60));
        return Stream.of(
                reads(
                        new MaintenanceEvent.MaintenanceScheduled(
                                new MaintenanceId("m"),
                                "New disks",
                                List.of(WEB, new ComponentId("db")),
                                before,
                                THEIRS),
                        "scheduled maintenance m: 'New disks', 2026-03-01T10:00:00Z to 2026-03-01T11:00:00Z",
                        "title: - -> New disks",
                        "components: - -> web, db",
                        "window: - -> 2026-03-01T10:00:00Z to 2026-03-01T11:00:00Z",
                        "external: - -> statuspage abc https://x.test/abc"),
                reads(
                        new MaintenanceEvent.MaintenanceRescheduled(before, after, "late parcel"),
                        "moved the maintenance to 2026-03-01T11:00:00Z to 2026-03-01T11:01:00Z: late parcel",
                        "window: 2026-03-01T10:00:00Z to 2026-03-01T11:00:00Z -> 2026-03-01T11:00:00Z to 2026-03-01T11:01:00Z",
                        "why: - -> late parcel"),
                reads(new MaintenanceEvent.MaintenanceStarted(), "started the maintenance"),
                reads(new MaintenanceEvent.MaintenanceVerifying(), "began to check the maintenance"),
                reads(
                        new MaintenanceEvent.MaintenanceCompleted("all new"),
                        "completed the maintenance: all new",
                        "outcome: - -> all new"),
                reads(
                        new MaintenanceEvent.MaintenanceCancelled("no disks"),
                        "cancelled the maintenance: no disks",
                        "why: - -> no disks"));
    }

    static Stream<Arguments> maintenanceTexts() {
        return Stream.of(
                reads(
                        new MaintenanceEvent.MaintenanceUpdatePosted(
                                U1, MaintenanceStatus.IN_PROGRESS, "We began.", TEN, THEIRS),
                        "posted update u1 (in-progress): 'We began.'",
                        "update: - -> u1",
                        "status: - -> in-progress",
                        "text: - -> We began.",
                        "displayed at: - -> 2026-03-01T10:00:00Z",
                        "external: - -> statuspage abc https://x.test/abc"),
                reads(
                        new MaintenanceEvent.MaintenanceUpdateCorrected(U1, "old", "new", "typo"),
                        "corrected update u1: typo",
                        "text of update u1: old -> new",
                        "why: - -> typo"),
                reads(
                        new MaintenanceEvent.MaintenanceUpdateRetracted(U1, "wrong page"),
                        "retracted update u1: wrong page",
                        "update u1: standing -> retracted",
                        "why: - -> wrong page"),
                reads(
                        new MaintenanceEvent.MaintenanceTitleCorrected("Old", "New", "clearer"),
                        "corrected the title to 'New': clearer",
                        "title: Old -> New",
                        "why: - -> clearer"));
    }

    static Stream<Arguments> page() {
        PageDescription first = new PageDescription("Status", null, "Etc/UTC", null);
        PageDescription second = new PageDescription("Status", "https://x.test", "Europe/Berlin", THEIRS);
        return Stream.of(
                reads(
                        new CatalogEvent.PageDescribed(null, first),
                        "described the page as 'Status'",
                        "name: - -> Status",
                        "time zone: - -> Etc/UTC"),
                reads(
                        new CatalogEvent.PageDescribed(first, second),
                        "described the page as 'Status'",
                        "address: - -> https://x.test",
                        "time zone: Etc/UTC -> Europe/Berlin",
                        "external: - -> statuspage abc https://x.test/abc"));
    }

    static Stream<Arguments> components() {
        ComponentDescription web = new ComponentDescription("Web", ComponentKind.SERVICE, null, "the site", 1);
        ComponentDescription node = new ComponentDescription("Web 1", ComponentKind.NODE, "Fleet", null, 2);
        return Stream.of(
                reads(
                        new CatalogEvent.ComponentAdded(WEB, web, THEIRS),
                        "added service web: 'Web'",
                        "name: - -> Web",
                        "kind: - -> service",
                        "description: - -> the site",
                        "order: - -> 1",
                        "external: - -> statuspage abc https://x.test/abc"),
                reads(
                        new CatalogEvent.ComponentDescribed(WEB, web, node),
                        "changed the description of component web",
                        "name: Web -> Web 1",
                        "kind: service -> node",
                        "group: - -> Fleet",
                        "description: the site -> -",
                        "order: 1 -> 2"),
                reads(
                        new CatalogEvent.ComponentRetired(WEB, "gone"),
                        "retired component web: gone",
                        "component web: on the page -> retired",
                        "why: - -> gone"),
                reads(
                        new CatalogEvent.ComponentReinstated(WEB, "back"),
                        "reinstated component web: back",
                        "component web: retired -> on the page",
                        "why: - -> back"));
    }
}
