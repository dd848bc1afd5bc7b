package org.incidentledger.web;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.incidentledger.contracts.SettableClock;
import org.incidentledger.core.access.AccessPolicy;
import org.incidentledger.core.access.AccessToken;
import org.incidentledger.core.access.Authenticator;
import org.incidentledger.core.access.Role;
import org.incidentledger.core.access.StoredToken;
import org.incidentledger.core.access.TokenAuthenticator;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.ComponentImpact;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.core.incident.ReportSource;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.maintenance.MaintenanceCommand;
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

    /** The token of somebody who may see the audit trail. */
    public static final AccessToken AUDITOR = AccessToken.generate(new SecureRandom());

    /** The token of somebody who may not. */
    public static final AccessToken READER = AccessToken.generate(new SecureRandom());

    /** When the story ends. */
    public static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    public final SettableClock clock = new SettableClock(NOON.minus(Duration.ofDays(120)));
    public final LedgerOptions options = LedgerOptions.defaults().withClock(clock);
    public final IncidentLedger ledger = IncidentLedger.inMemory(options);

    /** What is kept of tokens. */
    public final Map<String, StoredToken> tokens = new ConcurrentHashMap<>();

    private Scene() {
        issue(AUDITOR, "staff/kim", Role.AUDITOR);
        issue(READER, "staff/lee", Role.READER);
    }

    /** An empty ledger. */
    public static Scene empty() {
        return new Scene();
    }

    /** The whole story. */
    public static Scene full() {
        Scene scene = new Scene();
        new SceneStory(scene).tell();
        scene.clock.set(NOON);
        return scene;
    }

    /** A server on any free port. */
    public SiteServer serve(SiteOptions site) throws java.io.IOException {
        settle();
        return SiteServer.start(ledger, site, ServerOptions.loopback(0), authenticator(), clock, notice -> {});
    }

    /** Lets {@link #AUDITOR} and {@link #READER} in, as long as {@link #tokens} has them. */
    private Authenticator authenticator() {
        return new TokenAuthenticator(id -> Optional.ofNullable(tokens.get(id)), AccessPolicy.everyRole(), clock);
    }

    /** Keeps a token for a day from noon on. */
    public void issue(AccessToken token, String actor, Role role) {
        issue(token, actor, role, NOON.plus(Duration.ofDays(1)));
    }

    /** Keeps a token of an auditor until an instant. */
    public void issueUntil(AccessToken token, String actor, Instant until) {
        issue(token, actor, Role.AUDITOR, until);
    }

    private void issue(AccessToken token, String actor, Role role, Instant until) {
        tokens.put(
                token.id(),
                new StoredToken(
                        token.id(),
                        "test",
                        new ActorRef(actor),
                        Set.of(role),
                        NOON.minus(Duration.ofDays(1)),
                        until,
                        null,
                        token.hash()));
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
