package org.incidentledger.web.server;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.incidentledger.web.content.Body;
import org.incidentledger.web.content.Resource;
import org.incidentledger.web.content.SiteContent;
import org.incidentledger.web.page.Message;
import org.incidentledger.web.page.PagePath;
import org.incidentledger.web.page.SitePages;
import org.incidentledger.web.site.PublicSite;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests for the public site. What was made before is sent at once, by the thread that read the request; what must be made
 * first is made by a virtual thread, so that slow work never keeps fast answers waiting.
 */
final class SiteHandler extends Handler.Abstract.NonBlocking {
    private static final HttpField GZIP = new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");
    private static final String CHANGES = "api/changes.json";
    private static final String SEARCH = "search/";
    /** What must be made costs; what is ready does not count. Enough for a crawler that is in a hurry, not for a flood. */
    private static final int MADE_PER_MINUTE = 6_000;

    private static final int REHEARSALS = 40;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;

    private final Supplier<PublicSite> site;
    private final SiteContent content;
    private final SitePages pages;
    private final Workshop workshop;
    private final RateLimit making = new RateLimit(MADE_PER_MINUTE, Duration.ofMinutes(1), System::nanoTime);
    private final ReplyCache cache = new ReplyCache(System::nanoTime);

    /** Where replies are made, and who hears of failures. */
    record Workshop(ExecutorService threads, Consumer<String> notices) {}

    SiteHandler(Supplier<PublicSite> site, SiteContent content, SitePages pages, Workshop workshop) {
        this.site = site;
        this.content = content;
        this.pages = pages;
        this.workshop = workshop;
    }

    /** Makes the home page, more than once: the first who ask for it are not to wait until the code for it is loaded. */
    void rehearse() {
        PublicSite now = site.get();
        Resource home = content.find("", now, () -> Exchange.NOWHERE).orElseThrow();
        for (int time = 0; time < REHEARSALS; time++) {
            var unused = home.maker().get().map(body -> new Reply(OK, body, false));
        }
        cache.made(home);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SafetyHeaders.add(response.getHeaders(), request.isSecure());
        if (!isRead(request)) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            text(response, callback, 405, "use GET");
            return true;
        }
        String path = Request.getPathInContext(request).substring(1);
        PublicSite now = site.get();
        Optional<Resource> resource = find(path, request, now);
        if (resource.isEmpty()) {
            missing(path, now, response, callback);
            return true;
        }
        Reply ready = cache.ready(resource.get());
        Reply recent = ready == null ? cache.momentsAgo(resource.get()) : null;
        if (recent != null) {
            if (cache.mayRenew(resource.get())) {
                workshop.threads().execute(() -> makeNext(resource.get()));
            }
            send(recent, request, response, callback);
        } else if (ready == null && !making.grants(RateLimit.client(request))) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
            page(now, Message.TOO_OFTEN, 429, response, callback);
        } else if (ready == null) {
            workshop.threads().execute(() -> make(resource.get(), now, request, response, callback));
        } else {
            send(ready, request, response, callback);
        }
        return true;
    }

    private Optional<Resource> find(String path, Request request, PublicSite now) {
        if (path.equals(CHANGES)) {
            return Query.position(request, "after").map(after -> content.changes(after, now));
        }
        if (path.equals(SEARCH)) {
            return Query.search(request).map(query -> content.search(query, now));
        }
        return content.find(path, now, () -> here(request));
    }

    /** The site as this client reaches it. Only what is an authority of the web comes into it: Jetty has checked it. */
    private static URI here(Request request) {
        HttpURI uri = request.getHttpURI();
        return URI.create(uri.getScheme() + "://" + uri.getAuthority());
    }

    private static boolean isRead(Request request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private void makeNext(Resource resource) {
        try {
            cache.renew(resource);
        } catch (RuntimeException e) {
            workshop.notices().accept("cannot make /%s: %s".formatted(resource.path(), e));
        }
    }

    private void make(Resource resource, PublicSite now, Request request, Response response, Callback callback) {
        try {
            Optional<Reply> reply = cache.made(resource);
            if (reply.isPresent()) {
                send(reply.get(), request, response, callback);
            } else {
                page(now, Message.NOT_FOUND, NOT_FOUND, response, callback);
            }
        } catch (RuntimeException e) {
            workshop.notices().accept("cannot answer /%s: %s".formatted(resource.path(), e));
            page(now, Message.FAILED, FAILED, response, callback);
        }
    }

    /** Pages are folders: whoever leaves out the slash at the end is sent to it. */
    private void missing(String path, PublicSite now, Response response, Callback callback) {
        if (!path.endsWith("/") && PagePath.parse(path + "/").isPresent()) {
            response.getHeaders().put(HttpHeader.LOCATION, "/" + path + "/");
            text(response, callback, 308, "moved");
        } else {
            page(now, Message.NOT_FOUND, NOT_FOUND, response, callback);
        }
    }

    private void page(PublicSite now, Message message, int status, Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Body.HTML);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(
                true,
                ByteBuffer.wrap(Body.of(Body.HTML, pages.message(now, message)).bytes()),
                callback);
    }

    private static void text(Response response, Callback callback, int status, String text) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Body.TEXT);
        response.write(true, ByteBuffer.wrap(Body.of(Body.TEXT, text + "\n").bytes()), callback);
    }

    private static void send(Reply reply, Request request, Response response, Callback callback) {
        HttpFields asked = request.getHeaders();
        HttpFields.Mutable fields = response.getHeaders();
        for (HttpField field : reply.fields()) {
            fields.put(field);
        }
        if (reply.isKnown(asked.get(HttpHeader.IF_NONE_MATCH))) {
            response.setStatus(304);
            response.write(true, null, callback);
            return;
        }
        byte[] body = reply.plain();
        byte @Nullable [] gzip = reply.gzip();
        if (gzip != null && asked.contains(HttpHeader.ACCEPT_ENCODING, "gzip")) {
            fields.put(GZIP);
            body = gzip;
        }
        response.setStatus(reply.status());
        fields.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, request.getMethod().equals("HEAD") ? null : ByteBuffer.wrap(body), callback);
    }
}
