package org.incidentledger.web.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.incidentledger.web.content.Body;
import org.jspecify.annotations.Nullable;

/** One request that is answered by hand: never kept, never the same for two people. */
final class Exchange {
    /** The largest body of a form that is read. */
    static final int MAX_BODY_BYTES = 65_536;

    /** Where pages of the past are: nowhere that anybody could link to. */
    static final URI NOWHERE = URI.create("https://example.invalid");

    private final Request request;
    private final Response response;
    private final Callback callback;

    Exchange(Request request, Response response, Callback callback) {
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    Request request() {
        return request;
    }

    String path() {
        return Request.getPathInContext(request);
    }

    boolean isPost() {
        return HttpMethod.POST.is(request.getMethod());
    }

    boolean isRead() {
        return HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
    }

    /**
     * Whether the request comes from a page of this site. Browsers say from where a form is sent, and no script of another site can
     * say something else for them; who says neither is no browser, and brings no cookies that a browser was given.
     */
    boolean isFromHere() {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        String here =
                request.getHttpURI().getScheme() + "://" + request.getHttpURI().getAuthority();
        return origin == null ? site != null : origin.equals(here);
    }

    /**
     * The fields of the form that was sent; empty when it is no form, is too large, or is not UTF-8. The answer was sent then.
     */
    Optional<Fields> form() {
        try {
            String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
            if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
                text(415, "send a form");
                return Optional.empty();
            }
            byte[] body = body();
            if (body.length > MAX_BODY_BYTES) {
                text(413, "at most %d bytes".formatted(MAX_BODY_BYTES));
                return Optional.empty();
            }
            Fields fields = new Fields(true);
            UrlEncoded.decodeTo(
                    StandardCharsets.US_ASCII
                            .newDecoder()
                            .decode(ByteBuffer.wrap(body))
                            .toString(),
                    fields::add,
                    StandardCharsets.UTF_8);
            return Optional.of(fields);
        } catch (CharacterCodingException | IllegalArgumentException e) {
            text(400, "the form is not in UTF-8");
        } catch (IOException e) {
            callback.failed(e);
        }
        return Optional.empty();
    }

    private byte[] body() throws IOException {
        if (request.getLength() > MAX_BODY_BYTES) {
            return new byte[MAX_BODY_BYTES + 1];
        }
        try (InputStream in = Content.Source.asInputStream(request)) {
            return in.readNBytes(MAX_BODY_BYTES + 1);
        }
    }

    /** The value of a cookie. */
    @Nullable
    String cookie(String name) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse(null);
    }

    void header(String name, String value) {
        response.getHeaders().add(new HttpField(name, value));
    }

    void html(int status, String html) {
        send(status, Body.of(Body.HTML, html));
    }

    void text(int status, String line) {
        send(status, Body.of(Body.TEXT, line + "\n"));
    }

    /** To another page of this site. */
    void redirect(String path) {
        response.getHeaders().put(HttpHeader.LOCATION, path);
        text(303, "see " + path);
    }

    /** As a file to be kept. */
    void download(String name, Body body) {
        header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        send(200, body);
    }

    void send(int status, Body body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, body.contentType());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.bytes().length);
        boolean head = HttpMethod.HEAD.is(request.getMethod());
        response.write(true, head ? null : ByteBuffer.wrap(body.bytes()), callback);
    }
}
