package org.incidentledger.web.server;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.access.Authentication;
import org.incidentledger.core.access.Authenticator;
import org.incidentledger.core.tlog.BundleId;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.embedded.Gatekeeper;
import org.incidentledger.embedded.NotPermittedException;
import org.incidentledger.web.console.Console;
import org.incidentledger.web.content.Body;
import org.incidentledger.web.content.Resource;
import org.incidentledger.web.content.SiteContent;
import org.incidentledger.web.page.AsOf;
import org.incidentledger.web.page.AuditResult;
import org.incidentledger.web.page.AuditSearch;
import org.incidentledger.web.page.ConsolePages;
import org.incidentledger.web.page.EntryDetails;
import org.incidentledger.web.page.Message;
import org.incidentledger.web.page.SitePages;
import org.incidentledger.web.proof.LedgerFiles;
import org.incidentledger.web.site.PublicSite;
import org.jspecify.annotations.Nullable;

/**
 * The auditor's console. Every request shows its token anew, in a cookie or as a bearer: whoever loses a role, or whose token is
 * revoked or expires, is out with the next one.
 */
final class ConsoleHandler extends Handler.Abstract.NonBlocking {
    private static final String ROOT = "/console/";
    private static final Pattern ENTRY =
            Pattern.compile("/console/entry/(0|[1-9]\\d{0,14})/(entry\\.json|proof\\.tlog-proof)?");
    private static final Pattern PAST = Pattern.compile("/console/at/(0|[1-9]\\d{0,14})/(.*)");
    private static final Pattern EXPORT = Pattern.compile("/console/export\\.(csv|jsonl|pdf)");
    private static final String BUNDLE = "/tile/entries/";

    private final House house;
    private final Doorkeeper door;
    private final Clock clock;
    private final RateLimit questions = new RateLimit(600, Duration.ofMinutes(1), System::nanoTime);

    /** What the console shows, and to what it belongs. */
    record House(
            Console console,
            Gatekeeper gatekeeper,
            ConsolePages consolePages,
            SitePages pages,
            LedgerFiles files,
            Supplier<PublicSite> site,
            SiteHandler.Workshop workshop) {}

    ConsoleHandler(House house, Authenticator authenticator, Clock clock) {
        this.house = house;
        this.door = new Doorkeeper(authenticator);
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(ROOT) && !path.startsWith(BUNDLE)) {
            return false;
        }
        SafetyHeaders.add(response.getHeaders(), request.isSecure());
        Exchange exchange = new Exchange(request, response, callback);
        house.workshop().threads().execute(() -> {
            try {
                answer(exchange);
            } catch (RuntimeException e) {
                house.workshop().notices().accept("cannot answer %s: %s".formatted(path, e));
                exchange.html(500, house.pages().message(site(), Message.FAILED));
            }
        });
        return true;
    }

    private void answer(Exchange exchange) {
        String path = exchange.path();
        if (path.equals("/console/login/")) {
            login(exchange);
        } else if (path.equals("/console/logout/")) {
            logout(exchange);
        } else if (!exchange.isRead()) {
            exchange.text(405, "use GET");
        } else if (!questions.grants(RateLimit.client(exchange.request()))) {
            exchange.header("Retry-After", "60");
            exchange.html(429, house.pages().message(site(), Message.TOO_OFTEN));
        } else {
            switch (door.visitor(exchange)) {
                case Authentication.Admitted auditor -> admitted(auditor, exchange);
                case Authentication.Rejected stranger -> turnedAway(exchange);
            }
        }
    }

    private void turnedAway(Exchange exchange) {
        if (exchange.path().startsWith(BUNDLE)
                || exchange.request().getHeaders().contains(HttpHeader.AUTHORIZATION)) {
            exchange.header("WWW-Authenticate", "Bearer");
            exchange.text(401, "show an access token");
        } else {
            exchange.redirect("/console/login/");
        }
    }

    private void admitted(Authentication.Admitted auditor, Exchange exchange) {
        try {
            shown(auditor, exchange);
        } catch (NotPermittedException e) {
            exchange.text(403, String.valueOf(e.getMessage()));
        }
    }

    private void shown(Authentication.Admitted auditor, Exchange exchange) {
        Gatekeeper gatekeeper = house.gatekeeper().limitedTo(auditor.roles());
        gatekeeper.require(auditor.actor(), Action.READ_AUDIT_TRAIL);
        Matcher past = PAST.matcher(exchange.path());
        Matcher entry = ENTRY.matcher(exchange.path());
        Matcher export = EXPORT.matcher(exchange.path());
        String who = auditor.actor().value();
        if (exchange.path().startsWith(BUNDLE)) {
            gatekeeper.require(auditor.actor(), Action.READ_ENTRIES);
            bundle(exchange);
        } else if (exchange.path().equals(ROOT)) {
            audit(who, exchange);
        } else if (export.matches()) {
            export(export.group(1), exchange);
        } else if (entry.matches()) {
            gatekeeper.require(auditor.actor(), Action.READ_ENTRIES);
            entry(Long.parseLong(entry.group(1)), entry.group(2), who, exchange);
        } else if (exchange.path().equals("/console/go/")) {
            go(exchange);
        } else if (exchange.path().equals("/console/diff/")) {
            diff(who, exchange);
        } else if (past.matches()) {
            past(past.group(1), past.group(2), exchange);
        } else {
            notFound(exchange);
        }
    }

    private void login(Exchange exchange) {
        if (exchange.isRead()) {
            exchange.html(200, house.consolePages().login(site(), null));
            return;
        }
        Optional<String> complaint = door.signIn(exchange);
        complaint.ifPresent(text -> exchange.html(403, house.consolePages().login(site(), text)));
    }

    private void logout(Exchange exchange) {
        if (!exchange.isPost() || !exchange.isFromHere()) {
            exchange.text(403, "use the button");
            return;
        }
        door.signOut(exchange);
    }

    private void audit(String who, Exchange exchange) {
        AuditSearch search = Query.audit(exchange.request());
        try {
            exchange.html(
                    200,
                    house.consolePages()
                            .audit(site(), who, search, house.console().search(search), null));
        } catch (InvalidValueException e) {
            AuditResult nothing = new AuditResult(List.of(), -1);
            exchange.html(422, house.consolePages().audit(site(), who, search, nothing, e.getMessage()));
        }
    }

    private void export(String format, Exchange exchange) {
        try {
            AuditSearch search = Query.audit(exchange.request());
            exchange.download("audit-trail." + format, house.console().export(format, search, clock.instant()));
        } catch (InvalidValueException e) {
            exchange.text(422, String.valueOf(e.getMessage()));
        }
    }

    private void entry(long position, @Nullable String file, String who, Exchange exchange) {
        Optional<EntryDetails> found = house.console().entry(position);
        if (found.isEmpty()) {
            notFound(exchange);
        } else if (file == null) {
            exchange.html(200, house.consolePages().entry(site(), who, found.get()));
        } else if (file.equals("entry.json")) {
            exchange.download(
                    position + ".json", new Body(Body.JSON, house.console().entryBytes(position)));
        } else {
            exchange.download(
                    position + ".tlog-proof", Body.of(Body.TEXT, found.get().proof()));
        }
    }

    private void go(Exchange exchange) {
        String instant = Query.text(exchange.request(), "instant");
        String position = Query.text(exchange.request(), "position");
        String slider = Query.text(exchange.request(), "slider");
        String asked = !instant.isBlank() ? instant : !position.isBlank() ? position : slider;
        try {
            String text =
                    asked.isBlank() ? Long.toString(Math.max(0, house.console().last())) : asked;
            Optional<AsOf> moment = house.console().moment(text);
            if (moment.isPresent()) {
                exchange.redirect("/console/at/" + moment.get().position() + "/");
            } else {
                notFound(exchange);
            }
        } catch (InvalidValueException e) {
            exchange.html(
                    422, house.pages().message(site(), new Message("No such moment", String.valueOf(e.getMessage()))));
        }
    }

    private void diff(String who, Exchange exchange) {
        String from = Query.text(exchange.request(), "from");
        String to = Query.text(exchange.request(), "to");
        try {
            List<AsOf> moments = new ArrayList<>();
            if (!from.isBlank()) {
                house.console().moment(from).ifPresent(moments::add);
                house.console()
                        .moment(
                                to.isBlank()
                                        ? Long.toString(
                                                Math.max(0, house.console().last()))
                                        : to)
                        .ifPresent(moments::add);
            }
            List<PublicSite> sites = moments.size() < 2
                    ? List.of()
                    : moments.stream().map(house.console()::site).toList();
            exchange.html(
                    200, house.consolePages().diff(site(), who, house.console().last(), moments, sites));
        } catch (InvalidValueException e) {
            exchange.html(
                    422, house.pages().message(site(), new Message("No such moment", String.valueOf(e.getMessage()))));
        }
    }

    private void past(String position, String path, Exchange exchange) {
        Optional<AsOf> moment = house.console().moment(position);
        if (moment.isEmpty() || moment.get().position() != Long.parseLong(position)) {
            notFound(exchange);
            return;
        }
        PublicSite then = house.console().site(moment.get());
        SitePages pages = house.pages().at(moment.get());
        SiteContent content = new SiteContent(pages, Query.NO_OPTIONS, house.files());
        content.find(path, then, () -> Exchange.NOWHERE)
                .map(Resource::maker)
                .flatMap(Supplier::get)
                .ifPresentOrElse(body -> exchange.send(200, body), () -> notFound(exchange));
    }

    private void bundle(Exchange exchange) {
        LedgerFiles.path(exchange.path().substring(1))
                .filter(BundleId.class::isInstance)
                .map(BundleId.class::cast)
                .flatMap(house.console()::bundle)
                .ifPresentOrElse(
                        bytes -> exchange.send(200, new Body("application/octet-stream", bytes)),
                        () -> notFound(exchange));
    }

    private void notFound(Exchange exchange) {
        exchange.html(404, house.pages().message(site(), Message.NOT_FOUND));
    }

    private PublicSite site() {
        return house.site().get();
    }
}
