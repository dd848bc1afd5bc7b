package org.incidentledger.web.content;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.incidentledger.web.page.SiteOptions;

/** Where to report vulnerabilities (RFC 9116). It expires half a year after the day it was made, as long as nobody makes it anew. */
final class SecurityTxt {
    private static final Duration VALID = Duration.ofDays(180);

    private SecurityTxt() {}

    /** @param address where the site is */
    static String of(SiteOptions options, URI address, Instant now) {
        List<String> lines = new ArrayList<>();
        options.contacts().forEach(contact -> lines.add("Contact: " + contact));
        if (options.forms()) {
            lines.add("Contact: " + address + "/report/");
        }
        lines.add("Expires: " + now.truncatedTo(ChronoUnit.DAYS).plus(VALID));
        lines.add("Preferred-Languages: en");
        lines.add("Canonical: " + address + "/.well-known/security.txt");
        return String.join("\n", lines) + "\n";
    }

    /** Whether there is anybody to be named in it. */
    static boolean isThere(SiteOptions options) {
        return options.forms() || !options.contacts().isEmpty();
    }
}
