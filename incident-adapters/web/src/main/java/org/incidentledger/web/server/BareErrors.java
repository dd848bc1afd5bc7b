package org.incidentledger.web.server;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.incidentledger.web.content.Body;

/** Errors of the protocol in one line of plain text: nothing of the request, nothing of the server. */
final class BareErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SafetyHeaders.add(response.getHeaders(), request.isSecure());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Body.TEXT);
        String text = "%d\n".formatted(response.getStatus());
        response.write(true, ByteBuffer.wrap(Body.of(Body.TEXT, text).bytes()), callback);
        return true;
    }
}
