package org.incidentledger.web;

import java.time.Instant;
import java.util.List;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentKind;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.catalog.PageDescription;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.PostMortemCommand;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.core.maintenance.MaintenanceStatus;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.core.publication.UpdateId;
import org.jspecify.annotations.Nullable;

/** What happens in a full {@link Scene}. */
record SceneStory(Scene scene) {
    void tell() {
        catalog();
        past();
        postMortem();
        hidden();
        maintenance();
        open();
    }

    void catalog() {
        scene.as("staff/ada")
                .send(new CatalogCommand.DescribePage(
                        new PageDescription("Northwind Hosting", "https://northwind.example", "Europe/Berlin", null)))
                .receipt();
        component("web-1", "Virtual server web-1", ComponentKind.NODE, "Virtual servers", "Frankfurt, rack 4");
        component("web-2", "Virtual server web-2", ComponentKind.NODE, "Virtual servers", null);
        component("db-1", "Database db-1", ComponentKind.NODE, "Virtual servers", null);
        component("panel", "Customer panel", ComponentKind.SERVICE, "Services", "Sign-in, orders, invoices");
        component("mail", "Mail delivery", ComponentKind.SERVICE, "Services", null);
        component("dns", "Name servers", ComponentKind.SERVICE, "Services", null);
    }

    private void component(String id, String name, ComponentKind kind, String group, @Nullable String description) {
        scene.as("staff/ada")
                .send(new CatalogCommand.AddComponent(
                        new ComponentId(id), new ComponentDescription(name, kind, group, description, 0), null))
                .receipt();
    }

    void past() {
        outage("2025-12-19T06:", "2025-1", "Mail delivered late", "mail", ComponentStatus.DEGRADED_PERFORMANCE);
        outage("2026-01-07T14:", "2026-1", "web-2 unreachable", "web-2", ComponentStatus.MAJOR_OUTAGE);
        outage("2026-01-21T20:", "2026-2", "Sign-in fails for some", "panel", ComponentStatus.PARTIAL_OUTAGE);
        outage("2026-02-03T09:", "2026-3", "Slow answers of name servers", "dns", ComponentStatus.DEGRADED_PERFORMANCE);
    }

    private void outage(String hour, String id, String title, String component, ComponentStatus status) {
        IncidentId incident = new IncidentId(id);
        Severity severity = status == ComponentStatus.MAJOR_OUTAGE ? Severity.CRITICAL : Severity.MINOR;
        scene.send(
                hour + "04:00Z",
                Scene.report(incident, title, IncidentKind.AVAILABILITY, severity, component, status, false));
        scene.send(
                hour + "09:00Z",
                Scene.post(incident, "u1", PublicStatus.INVESTIGATING, "We see it and look for the cause."));
        scene.send(
                hour + "21:00Z",
                Scene.post(incident, "u2", PublicStatus.IDENTIFIED, "The cause is found, repair is under way."));
        scene.send(
                hour + "40:00Z",
                Scene.post(incident, "u3", PublicStatus.MONITORING, "Repaired. We keep an eye on it."));
        scene.send(hour + "55:00Z", new LifecycleCommand.ResolveIncident(incident, "not-for-the-public", true));
        scene.send(hour + "56:00Z", Scene.post(incident, "u4", PublicStatus.RESOLVED, "Everything works again."));
    }

    void postMortem() {
        IncidentId incident = new IncidentId("2026-1");
        scene.send(
                "2026-01-09T10:00:00Z", revise(incident, 0, "A full disk", "## What happened\n\nA disk was *full*."));
        approveAndPublish(incident, 1, "2026-01-09T11:00:00Z");
        scene.send("2026-01-12T10:00:00Z", revise(incident, 1, "A full disk, and nobody was told", """
                        ## What happened

                        A disk was *full* because logs were kept for ever.

                        ## What we change

                        1. Logs go after 30 days
                        2. An alarm at 80 %
                        """));
        approveAndPublish(incident, 2, "2026-01-12T11:00:00Z");
        scene.send("2026-01-20T10:00:00Z", revise(incident, 2, "draft-post-mortem", "draft-post-mortem"));
    }

    private static PostMortemCommand revise(IncidentId incident, int basedOn, String title, String body) {
        return new PostMortemCommand.RevisePostMortem(incident, basedOn, title, body, "more is known");
    }

    private void approveAndPublish(IncidentId incident, int revision, String instant) {
        scene.clock.set(Instant.parse(instant));
        scene.as("staff/grace")
                .send(new PostMortemCommand.ApprovePostMortem(incident, revision))
                .receipt();
        scene.send(instant, new PostMortemCommand.PublishPostMortem(incident));
    }

    void hidden() {
        IncidentId drill = new IncidentId("2026-drill");
        scene.send(
                "2026-02-10T08:00:00Z",
                Scene.report(
                        drill,
                        "drill-title",
                        IncidentKind.DATA_BREACH,
                        Severity.CRITICAL,
                        "db-1",
                        ComponentStatus.MAJOR_OUTAGE,
                        true));
        IncidentId quiet = new IncidentId("2026-quiet");
        scene.send(
                "2026-02-11T08:00:00Z",
                Scene.report(
                        quiet,
                        "unpublished-title",
                        IncidentKind.SECURITY_EVENT,
                        Severity.MAJOR,
                        "db-1",
                        ComponentStatus.PARTIAL_OUTAGE,
                        false));
        scene.send("2026-02-11T09:00:00Z", new RecordCommand.RecordFinding(quiet, "internal-finding", List.of(), null));
    }

    void maintenance() {
        MaintenanceId done = new MaintenanceId("m-1");
        scene.send(
                "2026-02-20T10:00:00Z",
                schedule(done, "New switches in rack 4", "2026-02-24T01:00:00Z", "2026-02-24T03:00:00Z"));
        scene.send(
                "2026-02-21T10:00:00Z",
                new MaintenanceCommand.RescheduleMaintenance(
                        done,
                        new Window(Instant.parse("2026-02-25T01:00:00Z"), Instant.parse("2026-02-25T03:00:00Z")),
                        "The switches arrive a day later."));
        scene.send("2026-02-25T01:02:00Z", new MaintenanceCommand.StartMaintenance(done));
        scene.send("2026-02-25T02:31:00Z", new MaintenanceCommand.CompleteMaintenance(done, "all ports up"));
        MaintenanceId next = new MaintenanceId("m-2");
        scene.send(
                "2026-03-08T10:00:00Z",
                schedule(next, "Kernel update of web-1", "2026-03-14T02:00:00Z", "2026-03-14T04:00:00Z"));
        scene.send(
                "2026-03-08T10:01:00Z",
                new MaintenanceCommand.PostMaintenanceUpdate(
                        next,
                        new UpdateId("m2-1"),
                        MaintenanceStatus.SCHEDULED,
                        "web-1 restarts once; expect two minutes without it.",
                        null,
                        null));
    }

    private static MaintenanceCommand schedule(MaintenanceId id, String title, String from, String until) {
        return new MaintenanceCommand.ScheduleMaintenance(
                id,
                title,
                List.of(new ComponentId("web-1")),
                new Window(Instant.parse(from), Instant.parse(until)),
                null);
    }

    void open() {
        IncidentId incident = new IncidentId("2026-9");
        scene.send(
                "2026-03-10T11:02:00Z",
                Scene.report(
                        incident,
                        "Unknown sign-ins to the customer panel",
                        IncidentKind.SECURITY_EVENT,
                        Severity.MAJOR,
                        "panel",
                        ComponentStatus.PARTIAL_OUTAGE,
                        false));
        scene.send(
                "2026-03-10T11:10:00Z",
                Scene.post(
                        incident,
                        "u1",
                        PublicStatus.INVESTIGATING,
                        "We saw sign-ins to **three accounts** that their owners did not make. The panel is closed for now."));
        scene.send(
                "2026-03-10T11:25:00Z",
                Scene.post(incident, "u2", PublicStatus.INVESTIGATING, "All passwords were stolen."));
        scene.send(
                "2026-03-10T11:28:00Z",
                new PublicationCommand.RetractUpdate(incident, new UpdateId("u2"), "That was a misunderstanding."));
        corrected(incident);
    }

    private void corrected(IncidentId incident) {
        scene.send(
                "2026-03-10T11:40:00Z",
                Scene.post(
                        incident,
                        "u3",
                        PublicStatus.IDENTIFIED,
                        "The passwords were reused from elsewhere. Two accounts were entered. Their owners were told."));
        scene.send(
                "2026-03-10T11:45:00Z",
                new PublicationCommand.CorrectUpdate(
                        incident,
                        new UpdateId("u3"),
                        "The passwords were reused from elsewhere. Three accounts were entered. Their owners were told.",
                        "There were three, not two."));
        scene.as("service/probe")
                .at(Instant.parse("2026-03-10T11:46:00Z"))
                .send(new LifecycleCommand.AcknowledgeIncident(incident))
                .receipt();
    }
}
