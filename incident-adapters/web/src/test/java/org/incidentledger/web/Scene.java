package org.incidentledger.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.incidentledger.contracts.SettableClock;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentKind;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.catalog.PageDescription;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.ComponentImpact;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.PostMortemCommand;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.incident.ReportSource;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.core.maintenance.MaintenanceStatus;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.embedded.CommandSender;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.LedgerOptions;
import org.incidentledger.web.page.SiteOptions;
import org.incidentledger.web.server.ServerOptions;
import org.incidentledger.web.server.SiteServer;

/** A small hosting company's ledger with one of everything, told in its own time, up to noon of 10 March 2026. */
public final class Scene implements AutoCloseable {
    /** Texts that must never reach the public. */
    public static final List<String> SECRETS = List.of(
            "staff/ada",
            "staff/grace",
            "service/probe",
            "internal-finding",
            "drill-title",
            "unpublished-title",
            "draft-post-mortem",
            "not-for-the-public",
            "reason-for-the-trail");

    /** When the story ends. */
    public static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    public final SettableClock clock = new SettableClock(NOON.minus(Duration.ofDays(120)));
    public final LedgerOptions options = LedgerOptions.defaults().withClock(clock);
    public final IncidentLedger ledger = IncidentLedger.inMemory(options);

    private Scene() {}

    /** An empty ledger. */
    public static Scene empty() {
        return new Scene();
    }

    /** The whole story. */
    public static Scene full() {
        Scene scene = new Scene();
        scene.catalog();
        scene.past();
        scene.postMortem();
        scene.hidden();
        scene.maintenance();
        scene.open();
        scene.clock.set(NOON);
        return scene;
    }

    /** A server on any free port. */
    public SiteServer serve(SiteOptions site) throws java.io.IOException {
        settle();
        return SiteServer.start(ledger, site, ServerOptions.loopback(0), clock, notice -> {});
    }

    /** What most tests ask for. */
    public SiteServer serve() throws java.io.IOException {
        return serve(SiteOptions.DEFAULT.withAddress(URI.create("https://status.example.org")));
    }

    /** Waits until the views have taken everything in. */
    public void settle() {
        if (ledger.head().size() > 0) {
            ledger.await(ledger.head().size() - 1, Duration.ofSeconds(30));
        }
    }

    public CommandSender as(String actor) {
        return ledger.as(new ActorRef(actor));
    }

    /** Sends a command of staff at an instant. */
    public void send(String instant, IncidentCommand command) {
        Instant at = Instant.parse(instant);
        advance(at);
        as("staff/ada").at(at).because("reason-for-the-trail").send(command).receipt();
    }

    /** Sends a command about a maintenance at an instant. */
    public void send(String instant, MaintenanceCommand command) {
        Instant at = Instant.parse(instant);
        advance(at);
        as("staff/ada").at(at).send(command).receipt();
    }

    private void advance(Instant at) {
        if (at.isAfter(clock.instant())) {
            clock.set(at);
        }
    }

    private void catalog() {
        as("staff/ada")
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

    private void component(String id, String name, ComponentKind kind, String group, String description) {
        as("staff/ada")
                .send(new CatalogCommand.AddComponent(
                        new ComponentId(id), new ComponentDescription(name, kind, group, description, 0), null))
                .receipt();
    }

    private void past() {
        outage("2025-12-19T06:", "2025-1", "Mail delivered late", "mail", ComponentStatus.DEGRADED_PERFORMANCE);
        outage("2026-01-07T14:", "2026-1", "web-2 unreachable", "web-2", ComponentStatus.MAJOR_OUTAGE);
        outage("2026-01-21T20:", "2026-2", "Sign-in fails for some", "panel", ComponentStatus.PARTIAL_OUTAGE);
        outage("2026-02-03T09:", "2026-3", "Slow answers of name servers", "dns", ComponentStatus.DEGRADED_PERFORMANCE);
    }

    private void outage(String hour, String id, String title, String component, ComponentStatus status) {
        IncidentId incident = new IncidentId(id);
        Severity severity = status == ComponentStatus.MAJOR_OUTAGE ? Severity.CRITICAL : Severity.MINOR;
        send(hour + "04:00Z", report(incident, title, IncidentKind.AVAILABILITY, severity, component, status, false));
        send(hour + "09:00Z", post(incident, "u1", PublicStatus.INVESTIGATING, "We see it and look for the cause."));
        send(
                hour + "21:00Z",
                post(incident, "u2", PublicStatus.IDENTIFIED, "The cause is found, repair is under way."));
        send(hour + "40:00Z", post(incident, "u3", PublicStatus.MONITORING, "Repaired. We keep an eye on it."));
        send(hour + "55:00Z", new LifecycleCommand.ResolveIncident(incident, "not-for-the-public", true));
        send(hour + "56:00Z", post(incident, "u4", PublicStatus.RESOLVED, "Everything works again."));
    }

    private void postMortem() {
        IncidentId incident = new IncidentId("2026-1");
        send("2026-01-09T10:00:00Z", revise(incident, 0, "A full disk", "## What happened\n\nA disk was *full*."));
        approveAndPublish(incident, 1, "2026-01-09T11:00:00Z");
        send("2026-01-12T10:00:00Z", revise(incident, 1, "A full disk, and nobody was told", """
                        ## What happened

                        A disk was *full* because logs were kept for ever.

                        ## What we change

                        1. Logs go after 30 days
                        2. An alarm at 80 %
                        """));
        approveAndPublish(incident, 2, "2026-01-12T11:00:00Z");
        send("2026-01-20T10:00:00Z", revise(incident, 2, "draft-post-mortem", "draft-post-mortem"));
    }

    private static PostMortemCommand revise(IncidentId incident, int basedOn, String title, String body) {
        return new PostMortemCommand.RevisePostMortem(incident, basedOn, title, body, "more is known");
    }

    private void approveAndPublish(IncidentId incident, int revision, String instant) {
        clock.set(Instant.parse(instant));
        as("staff/grace")
                .send(new PostMortemCommand.ApprovePostMortem(incident, revision))
                .receipt();
        send(instant, new PostMortemCommand.PublishPostMortem(incident));
    }

    private void hidden() {
        IncidentId drill = new IncidentId("2026-drill");
        send(
                "2026-02-10T08:00:00Z",
                report(
                        drill,
                        "drill-title",
                        IncidentKind.DATA_BREACH,
                        Severity.CRITICAL,
                        "db-1",
                        ComponentStatus.MAJOR_OUTAGE,
                        true));
        IncidentId quiet = new IncidentId("2026-quiet");
        send(
                "2026-02-11T08:00:00Z",
                report(
                        quiet,
                        "unpublished-title",
                        IncidentKind.SECURITY_EVENT,
                        Severity.MAJOR,
                        "db-1",
                        ComponentStatus.PARTIAL_OUTAGE,
                        false));
        send("2026-02-11T09:00:00Z", new RecordCommand.RecordFinding(quiet, "internal-finding", List.of(), null));
    }

    private void maintenance() {
        MaintenanceId done = new MaintenanceId("m-1");
        send(
                "2026-02-20T10:00:00Z",
                schedule(done, "New switches in rack 4", "2026-02-24T01:00:00Z", "2026-02-24T03:00:00Z"));
        send(
                "2026-02-21T10:00:00Z",
                new MaintenanceCommand.RescheduleMaintenance(
                        done,
                        new Window(Instant.parse("2026-02-25T01:00:00Z"), Instant.parse("2026-02-25T03:00:00Z")),
                        "The switches arrive a day later."));
        send("2026-02-25T01:02:00Z", new MaintenanceCommand.StartMaintenance(done));
        send("2026-02-25T02:31:00Z", new MaintenanceCommand.CompleteMaintenance(done, "all ports up"));
        MaintenanceId next = new MaintenanceId("m-2");
        send(
                "2026-03-08T10:00:00Z",
                schedule(next, "Kernel update of web-1", "2026-03-14T02:00:00Z", "2026-03-14T04:00:00Z"));
        send(
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

    private void open() {
        IncidentId incident = new IncidentId("2026-9");
        send(
                "2026-03-10T11:02:00Z",
                report(
                        incident,
                        "Unknown sign-ins to the customer panel",
                        IncidentKind.SECURITY_EVENT,
                        Severity.MAJOR,
                        "panel",
                        ComponentStatus.PARTIAL_OUTAGE,
                        false));
        send(
                "2026-03-10T11:10:00Z",
                post(
                        incident,
                        "u1",
                        PublicStatus.INVESTIGATING,
                        "We saw sign-ins to **three accounts** that their owners did not make. The panel is closed for now."));
        send("2026-03-10T11:25:00Z", post(incident, "u2", PublicStatus.INVESTIGATING, "All passwords were stolen."));
        send(
                "2026-03-10T11:28:00Z",
                new PublicationCommand.RetractUpdate(incident, new UpdateId("u2"), "That was a misunderstanding."));
        send(
                "2026-03-10T11:40:00Z",
                post(
                        incident,
                        "u3",
                        PublicStatus.IDENTIFIED,
                        "The passwords were reused from elsewhere. Two accounts were entered. Their owners were told."));
        send(
                "2026-03-10T11:45:00Z",
                new PublicationCommand.CorrectUpdate(
                        incident,
                        new UpdateId("u3"),
                        "The passwords were reused from elsewhere. Three accounts were entered. Their owners were told.",
                        "There were three, not two."));
        as("service/probe")
                .at(Instant.parse("2026-03-10T11:46:00Z"))
                .send(new LifecycleCommand.AcknowledgeIncident(incident))
                .receipt();
    }

    public static LifecycleCommand.ReportIncident report(
            IncidentId id,
            String title,
            IncidentKind kind,
            Severity severity,
            String component,
            ComponentStatus status,
            boolean drill) {
        return new LifecycleCommand.ReportIncident(
                id,
                title,
                kind,
                severity,
                ReportSource.MONITORING,
                null,
                "not-for-the-public",
                null,
                List.of(new ComponentImpact(new ComponentId(component), status)),
                drill,
                null,
                null);
    }

    public static PublicationCommand.PostUpdate post(IncidentId id, String update, PublicStatus status, String text) {
        return PublicationCommand.PostUpdate.of(id, new UpdateId(update), status, text);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
