package org.incidentledger.cli.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Printable;
import org.incidentledger.core.access.TokenAuthenticator;
import org.incidentledger.core.vocabulary.Quoted;
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
    private static final int LARGEST_PORT = 65_535;

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on; 0 for any (default: 8400).")
    int port = 8_400;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "Address to listen on (default: this machine only).")
    @Nullable
    String address;

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
                        notice -> tell(invocation, notice))) {
            invocation
                    .answers()
                    .print(
                            () -> "The site is at %s (stop with Ctrl-C).".formatted(server.address()),
                            () -> Answers.object()
                                    .put("address", server.address().toString()));
            awaitInterruption();
        }
        return ExitCode.DONE;
    }

    private ServerOptions serverOptions(Invocation invocation) {
        if (port < 0 || port > LARGEST_PORT) {
            throw Failure.badInput("--port %d is none; use one from 0 to %d".formatted(port, LARGEST_PORT));
        }
        try {
            InetAddress at = address == null ? InetAddress.getLoopbackAddress() : InetAddress.getByName(address);
            return new ServerOptions(
                    new InetSocketAddress(at, port), file(certificate, invocation), file(key, invocation), behindProxy);
        } catch (UnknownHostException e) {
            throw Failure.badInput(
                    "--address %s is not known; use one of this machine"
                            .formatted(Quoted.shorten(String.valueOf(address))),
                    e);
        } catch (IllegalArgumentException e) {
            throw Failure.badInput(String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable Path file(@Nullable Path path, Invocation invocation) {
        return path == null
                ? null
                : invocation.surroundings().workingDirectory().resolve(path);
    }

    private static void tell(Invocation invocation, String notice) {
        String now = invocation.times().print(invocation.now());
        invocation.surroundings().err().println(now + " " + Printable.line(notice));
    }

    private static void awaitInterruption() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
