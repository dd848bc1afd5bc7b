package org.incidentledger.web.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.web.content.SiteContent;
import org.incidentledger.web.page.LedgerIdentity;
import org.incidentledger.web.page.SiteOptions;
import org.incidentledger.web.page.SitePages;
import org.incidentledger.web.proof.LedgerFiles;
import org.incidentledger.web.site.LiveSite;

/** The public site of a ledger at an address. It belongs to the ledger's process and follows it; close it before the ledger. */
public final class SiteServer implements AutoCloseable {
    private static final int MAX_HEADER_BYTES = 8_192;
    private static final int MAX_THREADS = 64;
    private static final int BACKLOG = 4_096;
    private static final int IDLE_MILLIS = 15_000;

    private final LiveSite site;
    private final Server server;
    private final ServerConnector connector;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private SiteServer(LiveSite site, SiteContent content, SitePages pages, Consumer<String> notices) {
        this.site = site;
        QueuedThreadPool pool = new QueuedThreadPool(MAX_THREADS);
        pool.setName("incident-http");
        pool.setDaemon(true);
        this.server = new Server(pool);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setOutputBufferSize(32_768);
        this.connector = new ServerConnector(server, 1, 2, new HttpConnectionFactory(http));
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(BACKLOG);
        server.addConnector(connector);
        server.setHandler(new SiteHandler(site::now, content, pages, new SiteHandler.Workshop(threads, notices)));
        server.setErrorHandler(new BareErrors());
    }

    /**
     * Reads the views and begins to serve.
     *
     * @param notices told in one line of what fails, by many threads
     * @throws IOException when the address cannot be taken
     */
    public static SiteServer start(
            IncidentLedger ledger, SiteOptions site, ServerOptions options, Clock clock, Consumer<String> notices)
            throws IOException {
        SitePages pages = new SitePages(
                site,
                () -> new LedgerIdentity(ledger.head().origin(), ledger.key().text()));
        LiveSite live = LiveSite.follow(ledger, clock, notices);
        SiteServer server = new SiteServer(live, new SiteContent(pages, site, new LedgerFiles(ledger)), pages, notices);
        server.connector.setHost(options.address().getAddress().getHostAddress());
        server.connector.setPort(options.address().getPort());
        try {
            server.server.start();
        } catch (IOException e) {
            server.close();
            throw e;
        } catch (Exception e) {
            server.close();
            throw new IOException("the server cannot start: " + e.getMessage(), e);
        }
        return server;
    }

    /** Where it is. */
    public URI address() {
        String host =
                connector.getHost() == null ? InetAddress.getLoopbackAddress().getHostAddress() : connector.getHost();
        return URI.create(
                "http://%s:%d/".formatted(host.contains(":") ? "[" + host + "]" : host, connector.getLocalPort()));
    }

    /** Stops at once. */
    @Override
    public void close() {
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
