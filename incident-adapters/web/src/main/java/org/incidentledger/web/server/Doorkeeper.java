package org.incidentledger.web.server;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Fields;
import org.incidentledger.core.access.Authentication;
import org.incidentledger.core.access.Authenticator;
import org.jspecify.annotations.Nullable;

/** Lets people in who show an access token, and programs that send one as a bearer. Nothing is kept of who is in. */
final class Doorkeeper {
    private static final String BEARER = "Bearer ";
    private static final long SECONDS_SIGNED_IN = Duration.ofHours(8).toSeconds();
    private static final int TRIES_PER_MINUTE = 10;

    private final Authenticator authenticator;
    private final RateLimit tries = new RateLimit(TRIES_PER_MINUTE, Duration.ofMinutes(1), System::nanoTime);

    Doorkeeper(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** Who sends a request. */
    Authentication visitor(Exchange exchange) {
        String shown = exchange.request().getHeaders().get(HttpHeader.AUTHORIZATION);
        if (shown != null) {
            return authenticator.authenticate(shown.startsWith(BEARER) ? shown.substring(BEARER.length()) : "");
        }
        String cookie = exchange.cookie(cookieName(exchange));
        return authenticator.authenticate(cookie == null ? "" : cookie);
    }

    /** Answers with the console; or, when it does not let in, with what to say, unless that was said. */
    Optional<String> signIn(Exchange exchange) {
        if (!exchange.isFromHere()) {
            exchange.text(403, "send the form from its own page");
            return Optional.empty();
        }
        if (!tries.grants(RateLimit.client(exchange.request()))) {
            return Optional.of("There were too many tries from your network. Please wait a minute.");
        }
        Optional<Fields> form = exchange.form();
        if (form.isEmpty()) {
            return Optional.empty();
        }
        @Nullable String token = form.get().getValue("token");
        return switch (authenticator.authenticate(token == null ? "" : token.strip())) {
            case Authentication.Rejected rejected ->
                Optional.of("This token does not count. Ask a key holder for another.");
            case Authentication.Admitted admitted -> {
                setCookie(exchange, token == null ? "" : token.strip(), SECONDS_SIGNED_IN);
                exchange.redirect("/console/");
                yield Optional.empty();
            }
        };
    }

    void signOut(Exchange exchange) {
        setCookie(exchange, "", 0);
        exchange.redirect("/console/login/");
    }

    private static void setCookie(Exchange exchange, String value, long seconds) {
        String secure = exchange.request().isSecure() ? "; Secure" : "";
        exchange.header(
                "Set-Cookie",
                "%s=%s; Path=/; HttpOnly; SameSite=Strict; Max-Age=%d%s"
                        .formatted(cookieName(exchange), value, seconds, secure));
    }

    /** Under TLS the browser itself sees to it that no other host of the domain can set it. */
    private static String cookieName(Exchange exchange) {
        return exchange.request().isSecure() ? "__Host-incident-console" : "incident-console";
    }
}
