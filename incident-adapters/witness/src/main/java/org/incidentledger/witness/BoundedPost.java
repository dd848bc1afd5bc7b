package org.incidentledger.witness;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.incidentledger.core.tlog.Octets;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Posts to servers that nobody here controls: the whole exchange, to the last byte of the reply, is limited in time, and
 * the reply in size. Follows no redirects. Safe for use by many threads.
 */
public final class BoundedPost {

    private final HttpClient client;
    private final Duration patience;
    private final int maxReplyBytes;

    /**
     * @param patience how long an exchange may take
     * @param maxReplyBytes the largest body of a reply that is read
     */
    public BoundedPost(Duration patience, int maxReplyBytes) {
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.patience = patience;
        this.maxReplyBytes = maxReplyBytes;
    }

    /**
     * What a server replied.
     *
     * @param contentType empty when it said none
     */
    public record Reply(int status, String contentType, Octets body) {}

    /**
     * Reads an address.
     *
     * @throws InvalidValueException unless it is an absolute one of http or https with a host
     */
    public static URI address(String text) {
        try {
            URI address = URI.create(text);
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below, like every other text that is none
        }
        throw new InvalidValueException(
                "'%s' is no address; give one such as https://witness.example".formatted(Quoted.shorten(text)));
    }

    /**
     * Posts a body.
     *
     * @throws IOException when no whole reply came in time, or it is too large; the server may have acted
     */
    public Reply post(URI to, String contentType, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(to)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        FutureTask<Reply> exchange = new FutureTask<>(() -> exchange(request));
        Thread.startVirtualThread(exchange);
        try {
            return exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("%s did not answer within %s; try again later".formatted(to, patience), e);
        } catch (ExecutionException e) {
            throw new IOException("%s could not be asked (%s); try again later".formatted(to, said(e.getCause())), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + to);
        } finally {
            exchange.cancel(true);
        }
    }

    private Reply exchange(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            byte[] reply = in.readNBytes(maxReplyBytes + 1);
            if (reply.length > maxReplyBytes) {
                throw new IOException("its reply has more than %d bytes".formatted(maxReplyBytes));
            }
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Reply(response.statusCode(), type, Octets.of(reply));
        }
    }

    private static String said(@Nullable Throwable cause) {
        String message = cause == null ? null : cause.getMessage();
        return message == null ? String.valueOf(cause) : message;
    }
}
