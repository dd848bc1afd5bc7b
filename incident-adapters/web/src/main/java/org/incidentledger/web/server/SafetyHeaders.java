package org.incidentledger.web.server;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** What every answer tells the browser not to do. */
final class SafetyHeaders {
    private static final List<HttpField> ALWAYS = List.of(
            new PreEncodedHttpField(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self';"
                            + " base-uri 'none'; frame-ancestors 'none'"),
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("X-Frame-Options", "DENY"),
            new PreEncodedHttpField("Referrer-Policy", "same-origin"),
            new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
            new PreEncodedHttpField(
                    "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    private static final HttpField TRANSPORT = new PreEncodedHttpField("Strict-Transport-Security", "max-age=31536000");

    private SafetyHeaders() {}

    static void add(HttpFields.Mutable fields, boolean secure) {
        for (HttpField field : ALWAYS) {
            fields.put(field);
        }
        if (secure) {
            fields.put(TRANSPORT);
        }
    }
}
