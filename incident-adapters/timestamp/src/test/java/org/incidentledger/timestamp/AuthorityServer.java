package org.incidentledger.timestamp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/** An authority at an address of this machine. */
final class AuthorityServer implements AutoCloseable {

    private final HttpServer server;
    private final Answering answering;

    /** What answers a request. */
    @FunctionalInterface
    interface Answering {
        byte[] answer(byte[] request) throws Exception;
    }

    AuthorityServer(Answering answering) throws IOException {
        this.answering = answering;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/tsa", this::handle);
        server.start();
    }

    URI address() {
        return URI.create(
                "http://127.0.0.1:%d/tsa".formatted(server.getAddress().getPort()));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            boolean query = "application/timestamp-query"
                    .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
            Optional<byte[]> answer = query ? answer(request) : Optional.empty();
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(answer.isPresent() ? 200 : 500, 0);
            exchange.getResponseBody().write(answer.orElse(new byte[0]));
        }
    }

    private Optional<byte[]> answer(byte[] request) {
        try {
            return Optional.of(answering.answer(request));
        } catch (Exception e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
