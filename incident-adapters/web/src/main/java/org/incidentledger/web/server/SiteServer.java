package org.incidentledger.web.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.incidentledger.core.access.Authenticator;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.web.console.Console;
import org.incidentledger.web.content.SiteContent;
import org.incidentledger.web.page.ConsolePages;
import org.incidentledger.web.page.LedgerIdentity;
import org.incidentledger.web.page.SiteOptions;
import org.incidentledger.web.page.SitePages;
import org.incidentledger.web.proof.LedgerFiles;
import org.incidentledger.web.report.ReportDesk;
import org.incidentledger.web.site.LiveSite;
import org.jspecify.annotations.Nullable;

/** The public site of a ledger at an address. It belongs to the ledger's process and follows it; close it before the ledger. */
public final class SiteServer implements AutoCloseable {
    private static final int MAX_HEADER_BYTES = 8_192;
    private static final int MAX_THREADS = 64;
    private static final int BACKLOG = 4_096;
    private static final int IDLE_MILLIS = 15_000;
    private static final int CONNECTIONS_MAX = 25_000;
    private static final int SELECTORS = 2;
    private static final int OUTPUT_BYTES = 32_768;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SWEEP_SECONDS = 5;

    private final LiveSite site;
    private final Server server;
    private final ServerConnector connector;
    private final boolean secure;
    private final SlowClients slow = new SlowClients(PATIENCE, System::nanoTime);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("incident-sweep").factory());

    /** What is served, besides the site as it is. */
    private record Wares(
            IncidentLedger ledger,
            SiteOptions options,
            @Nullable Authenticator doorkeeper,
            Clock clock,
            Consumer<String> notices) {}

    private SiteServer(LiveSite site, Wares wares, ServerOptions options) throws IOException {
        this.site = site;
        this.secure = options.certificate() != null;
        QueuedThreadPool pool = new QueuedThreadPool(MAX_THREADS);
        pool.setName("incident-http");
        pool.setDaemon(true);
        this.server = new Server(pool);
        this.connector = connector(server, options);
        connector.addBean(slow);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS_MAX, server));
        server.setHandler(handlers(wares));
        server.setErrorHandler(new BareErrors());
    }

    private Handler handlers(Wares wares) {
        IncidentLedger ledger = wares.ledger();
        SitePages pages = new SitePages(
                wares.options(),
                () -> new LedgerIdentity(ledger.head().origin(), ledger.key().text()));
        LedgerFiles files = new LedgerFiles(ledger);
        SiteContent content = new SiteContent(pages, wares.options(), files);
        SiteHandler.Workshop workshop = new SiteHandler.Workshop(threads, wares.notices());
        SiteHandler open = new SiteHandler(site::now, content, pages, workshop);
        open.rehearse();
        Handler report = new ReportHandler(site::now, pages, new ReportDesk(ledger), threads);
        Authenticator doorkeeper = wares.doorkeeper();
        return doorkeeper == null
                ? new Handler.Sequence(report, open)
                : new Handler.Sequence(
                        new ConsoleHandler(
                                new ConsoleHandler.House(
                                        new Console(ledger, files),
                                        ledger.gatekeeper(),
                                        new ConsolePages(wares.options()),
                                        pages,
                                        files,
                                        site::now,
                                        workshop),
                                doorkeeper,
                                wares.clock()),
                        report,
                        open);
    }

    private static ServerConnector connector(Server server, ServerOptions options) throws IOException {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setOutputBufferSize(OUTPUT_BYTES);
        if (options.behindProxy()) {
            http.addCustomizer(new ForwardedRequestCustomizer());
        }
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        Path certificate = options.certificate();
        Path key = options.key();
        ServerConnector made;
        if (certificate == null || key == null) {
            made = new ServerConnector(server, 1, SELECTORS, plain);
        } else {
            http.addCustomizer(new SecureRequestCustomizer(false));
            made = new ServerConnector(
                    server,
                    1,
                    SELECTORS,
                    new SslConnectionFactory(Certificates.load(certificate, key), plain.getProtocol()),
                    plain);
        }
        made.setIdleTimeout(IDLE_MILLIS);
        made.setAcceptQueueSize(BACKLOG);
        made.setHost(options.address().getAddress().getHostAddress());
        made.setPort(options.address().getPort());
        return made;
    }

    /**
     * Reads the views and begins to serve.
     *
     * @param doorkeeper lets auditors into the console; {@code null} for no console
     * @param clock the ledger's own
     * @param notices told in one line of what fails, by many threads
     * @throws IOException when the address cannot be taken, or the certificate not be used
     */
    public static SiteServer start(
            IncidentLedger ledger,
            SiteOptions site,
            ServerOptions options,
            @Nullable Authenticator doorkeeper,
            Clock clock,
            Consumer<String> notices)
            throws IOException {
        LiveSite live = LiveSite.follow(ledger, clock, notices);
        SiteServer server;
        try {
            server = new SiteServer(live, new Wares(ledger, site, doorkeeper, clock, notices), options);
        } catch (IOException | RuntimeException e) {
            live.close();
            throw e;
        }
        try {
            server.server.start();
            var unused = server.sweeper.scheduleWithFixedDelay(
                    server.slow::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        } catch (Exception e) {
            server.close();
            throw new IOException("the server cannot start: " + e.getMessage(), e);
        }
    }

    /** Where it is. */
    public URI address() {
        String host =
                connector.getHost() == null ? InetAddress.getLoopbackAddress().getHostAddress() : connector.getHost();
        return URI.create("%s://%s:%d/"
                .formatted(
                        secure ? "https" : "http",
                        host.contains(":") ? "[" + host + "]" : host,
                        connector.getLocalPort()));
    }

    /** Stops at once. */
    @Override
    public void close() {
        sweeper.shutdownNow();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop: " + e.getMessage(), e);
        } finally {
            site.close();
            threads.shutdownNow();
        }
    }
}
