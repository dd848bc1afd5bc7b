package org.incidentledger.core.encoding;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentKind;
import org.incidentledger.core.catalog.PageDescription;
import org.incidentledger.core.ledger.LedgerEvent;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.core.maintenance.MaintenanceStatus;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.core.subject.Purpose;
import org.incidentledger.core.subject.SubjectEvent;

/** One event of each type of a maintenance, of the catalog, of a subject and of the ledger itself with everything it may hold: golden files pin their bytes. */
final class GoldenPageEvents {
    private static final Window WINDOW =
            new Window(Instant.parse("2026-12-01T22:00:00Z"), Instant.parse("2026-12-02T02:00:00Z"));
    private static final Window LATER =
            new Window(Instant.parse("2026-12-02T22:00:00Z"), Instant.parse("2026-12-03T02:00:00.5Z"));
    private static final MaintenanceId MAINTENANCE = new MaintenanceId("2026-12-switch");
    private static final PageDescription PAGE = new PageDescription(
            "Example Status", "https://status.example.org", "Europe/Berlin", GoldenIncidentEvents.EXTERNAL);
    private static final PageDescription BARE_PAGE = new PageDescription("Example", null, "Etc/UTC", null);
    private static final ComponentDescription DESCRIPTION =
            new ComponentDescription("fra1-07", ComponentKind.NODE, "Frankfurt", "Shared hosting", 7);
    private static final ComponentDescription BARE_DESCRIPTION =
            new ComponentDescription("API", ComponentKind.SERVICE, null, null, -1);

    private GoldenPageEvents() {}

    static Stream<Object> all() {
        return Stream.of(maintenance(), catalog(), subject(), ledger()).flatMap(List::stream);
    }

    /** The same types with nothing that may be absent, where there is such a thing. */
    static Stream<Object> least() {
        return Stream.of(
                new MaintenanceEvent.MaintenanceScheduled(MAINTENANCE, "New switch", List.of(), WINDOW, null),
                new MaintenanceEvent.MaintenanceUpdatePosted(
                        GoldenIncidentEvents.UPDATE, MaintenanceStatus.SCHEDULED, "Next week.", null, null),
                new CatalogEvent.PageDescribed(null, BARE_PAGE),
                new CatalogEvent.ComponentAdded(GoldenIncidentEvents.NODE, BARE_DESCRIPTION, null),
                new SubjectEvent.SubjectDescribed(null, null),
                new SubjectEvent.ValuesOpened(List.of(), Purpose.READ, "To call back."),
                new SubjectEvent.SubjectErased(List.of(), "req-2026-17", "GDPR Art. 17(1)(a)"));
    }

    private static List<Object> maintenance() {
        return List.of(
                new MaintenanceEvent.MaintenanceScheduled(
                        MAINTENANCE,
                        "New switch",
                        List.of(GoldenIncidentEvents.NODE, new ComponentId("node-fra1-08")),
                        WINDOW,
                        GoldenIncidentEvents.EXTERNAL),
                new MaintenanceEvent.MaintenanceRescheduled(WINDOW, LATER, "The switch is late."),
                new MaintenanceEvent.MaintenanceStarted(),
                new MaintenanceEvent.MaintenanceVerifying(),
                new MaintenanceEvent.MaintenanceCompleted("All nodes are back."),
                new MaintenanceEvent.MaintenanceCancelled("The switch is broken."),
                new MaintenanceEvent.MaintenanceUpdatePosted(
                        GoldenIncidentEvents.UPDATE,
                        MaintenanceStatus.IN_PROGRESS,
                        "Work has begun.",
                        GoldenIncidentEvents.STARTED,
                        GoldenIncidentEvents.EXTERNAL),
                new MaintenanceEvent.MaintenanceUpdateCorrected(
                        GoldenIncidentEvents.UPDATE, "Node 7.", "Nodes 7 and 8.", "One was forgotten."),
                new MaintenanceEvent.MaintenanceUpdateRetracted(GoldenIncidentEvents.UPDATE, "Posted twice."),
                new MaintenanceEvent.MaintenanceTitleCorrected("New swich", "New switch", "Spelling."));
    }

    private static List<Object> catalog() {
        return List.of(
                new CatalogEvent.PageDescribed(BARE_PAGE, PAGE),
                new CatalogEvent.ComponentAdded(GoldenIncidentEvents.NODE, DESCRIPTION, GoldenIncidentEvents.EXTERNAL),
                new CatalogEvent.ComponentDescribed(GoldenIncidentEvents.NODE, BARE_DESCRIPTION, DESCRIPTION),
                new CatalogEvent.ComponentRetired(GoldenIncidentEvents.NODE, "Sold."),
                new CatalogEvent.ComponentReinstated(GoldenIncidentEvents.NODE, "Bought back."));
    }

    private static List<Object> subject() {
        return List.of(
                new SubjectEvent.SubjectDescribed(GoldenIncidentEvents.REPORTER, GoldenIncidentEvents.REPORTER),
                new SubjectEvent.ValuesOpened(
                        List.of(GoldenIncidentEvents.SEALED), Purpose.SUBJECT_ACCESS, "Request of 2026-11-20."),
                new SubjectEvent.SubjectErased(
                        List.of(GoldenIncidentEvents.SEALED), "req-2026-17", "GDPR Art. 17(1)(a)"));
    }

    private static List<Object> ledger() {
        return List.of(new LedgerEvent.KeyRotated(
                "incident-ledger/example+8f1e2a3b+AfZ0", "incident-ledger/example+0c9d8e7f+AaB1"));
    }
}
