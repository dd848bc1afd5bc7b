package org.incidentledger.cli.site;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.ListenOption;
import org.incidentledger.core.access.TokenAuthenticator;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.ledger.access.AccessFolder;
import org.incidentledger.web.server.ServerOptions;
import org.incidentledger.web.server.SiteServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = {
            "Serve the public status page of the ledger, its feeds and its API, until stopped. It listens on this machine",
            "only, unless an address is given; give a certificate then, or put a proxy with one before it."
        },
        footer = {
            "  incident serve",
            "  incident serve --port 443 --address 203.0.113.7 --certificate site.pem --key site.key"
        })
final class Serve extends CliCommand {
    @Option(names = "--port", paramLabel = "N", description = "Port to listen on; 0 for any (default: 8400).")
    int port = 8_400;

    @Mixin
    ListenOption listen = new ListenOption();

    @Option(names = "--certificate", paramLabel = "FILE", description = "PEM file of the certificate with its chain.")
    @Nullable
    Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "PEM file of the certificate's key (PKCS #8).")
    @Nullable
    Path key;

    @Option(
            names = "--behind-proxy",
            description = "A proxy of yours stands before it and says who the client is (X-Forwarded-For, -Proto).")
    boolean behindProxy;

    @Mixin
    SiteChoices site = new SiteChoices();

    @Override
    protected int run(Invocation invocation) throws IOException {
        ServerOptions options = serverOptions(invocation);
        Clock clock = invocation.surroundings().clock();
        AccessFolder access = new AccessFolder(invocation.ledger().keys());
        try (IncidentLedger ledger = invocation.openOrMakeLive();
                SiteServer server = SiteServer.start(
                        ledger,
                        site.options(),
                        options,
                        new TokenAuthenticator(access.tokens(), access.policy(), clock),
                        clock,
                        invocation::tell)) {
            invocation
                    .answers()
                    .print(
                            () -> "The site is at %s (stop with Ctrl-C).".formatted(server.address()),
                            () -> Answers.object()
                                    .put("address", server.address().toString()));
            ListenOption.awaitInterruption();
        }
        return ExitCode.DONE;
    }

    private ServerOptions serverOptions(Invocation invocation) {
        try {
            return new ServerOptions(
                    listen.at(port), file(certificate, invocation), file(key, invocation), behindProxy);
        } catch (IllegalArgumentException e) {
            throw Failure.badInput(String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable Path file(@Nullable Path path, Invocation invocation) {
        return path == null
                ? null
                : invocation.surroundings().workingDirectory().resolve(path);
    }
}
