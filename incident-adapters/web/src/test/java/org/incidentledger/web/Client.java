package org.incidentledger.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;

/** A browser that sees what it is sent and follows nothing. */
public final class Client implements AutoCloseable {
    private static final int TRIES = 200;

    private final URI root;
    private final HttpClient http = client();

    public Client(URI root) {
        this.root = root;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(http, request(path, headers).build(), BodyHandlers.ofString(UTF_8));
    }

    public HttpResponse<byte[]> bytes(String path, String... headers) {
        return send(http, request(path, headers).build(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String path, String form, String... headers) {
        HttpRequest.Builder request = request(path, headers).POST(HttpRequest.BodyPublishers.ofString(form));
        // On a connection of its own: the server closes one whose form it refused unread, and a POST is not sent again.
        try (HttpClient once = client()) {
            return send(
                    once,
                    request.header("Content-Type", "application/x-www-form-urlencoded")
                            .build(),
                    BodyHandlers.ofString(UTF_8));
        }
    }

    /** Asks again until the page says something. */
    public String until(String path, String wanted) throws InterruptedException {
        String body = get(path).body();
        for (int i = 0; i < TRIES && !body.contains(wanted); i++) {
            Thread.sleep(50);
            body = get(path).body();
        }
        return body;
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static <T> HttpResponse<T> send(HttpClient http, HttpRequest request, BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
