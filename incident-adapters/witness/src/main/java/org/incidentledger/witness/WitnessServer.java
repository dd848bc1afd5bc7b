package org.incidentledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.incidentledger.core.tlog.AddCheckpointAnswer;

/**
 * A witness at an address: {@code POST /add-checkpoint}. It speaks HTTP without TLS; put a proxy before it where the
 * network is not your own. A body may have {@value #MAX_BODY_BYTES} bytes. A request that takes longer than
 * {@value #MAX_SECONDS} seconds is cut off, and so is the 201st connection: both are settings of the whole Java process
 * ({@code sun.net.httpserver.maxReqTime}, {@code jdk.httpserver.maxConnections}), set here unless somebody did before.
 */
public final class WitnessServer implements AutoCloseable {

    /** The largest body that is read. */
    public static final int MAX_BODY_BYTES = 65_536;

    private static final int MAX_SECONDS = 20;
    private static final int MAX_CONNECTIONS = 200;
    private static final int BACKLOG = 50;
    private static final String PATH = "/add-checkpoint";
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final int FAILED = 500;

    static {
        setUnlessSet("sun.net.httpserver.maxReqTime", MAX_SECONDS);
        setUnlessSet("sun.net.httpserver.maxRspTime", MAX_SECONDS);
        setUnlessSet("jdk.httpserver.maxConnections", MAX_CONNECTIONS);
    }

    private final Witness witness;
    private final Consumer<String> notices;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private WitnessServer(Witness witness, Consumer<String> notices, HttpServer server) {
        this.witness = witness;
        this.notices = notices;
        this.server = server;
    }

    /**
     * Starts to serve.
     *
     * @param address port 0 takes any that is free
     * @param notices told in one line of each answer, by many threads; may hold text of strangers
     * @throws IOException when the address cannot be taken
     */
    public static WitnessServer start(InetSocketAddress address, Witness witness, Consumer<String> notices)
            throws IOException {
        HttpServer http = HttpServer.create(address, BACKLOG);
        WitnessServer server = new WitnessServer(witness, notices, http);
        http.setExecutor(server.threads);
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    /** Where it is: what clients are given. */
    public URI address() {
        InetSocketAddress at = server.getAddress();
        String host = at.getAddress().getHostAddress();
        return URI.create("http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, at.getPort()));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                answer(exchange, NOT_FOUND, AddCheckpointAnswer.TEXT_TYPE, "a witness: POST " + PATH + "\n");
            } else if (!exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().set("Allow", "POST");
                answer(exchange, NOT_ALLOWED, AddCheckpointAnswer.TEXT_TYPE, "use POST\n");
            } else {
                add(exchange);
            }
        }
    }

    private void add(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            String limit = "at most %d bytes\n".formatted(MAX_BODY_BYTES);
            answer(exchange, TOO_LARGE, AddCheckpointAnswer.TEXT_TYPE, limit);
            return;
        }
        AddCheckpointAnswer answer;
        try {
            answer = witness.add(body);
        } catch (IOException e) {
            notices.accept("not cosigned, storage failed: " + e.getMessage());
            answer(exchange, FAILED, AddCheckpointAnswer.TEXT_TYPE, "the witness's storage failed\n");
            return;
        }
        notices.accept("%d %s".formatted(answer.status(), answer.body().strip()));
        answer(exchange, answer.status(), answer.contentType(), answer.body());
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void setUnlessSet(String property, int value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(value));
        }
    }

    /** Stops at once. A request that is being decided is decided to its end, but may not be answered. */
    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
