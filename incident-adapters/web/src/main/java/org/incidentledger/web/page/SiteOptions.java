package org.incidentledger.web.page;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever publishes the site may choose.
 *
 * @param address where the site is, such as {@code https://status.example.org}; feeds and calendars need it for links. Without a
 *     slash at the end
 * @param tickets where clients open a ticket; {@code null} when there is no such place
 * @param contacts where vulnerabilities may be reported besides the form: addresses with their scheme, such as
 *     {@code mailto:security@example.org}
 * @param publicEntries whether everybody may read the entries behind what is public, with the pseudonyms of whoever acted
 * @param medium how the pages are given out
 */
public record SiteOptions(
        @Nullable URI address, @Nullable URI tickets, List<URI> contacts, boolean publicEntries, Medium medium) {
    /** How pages are given out. */
    public enum Medium {
        /** A server makes them. */
        SERVER,
        /** They are files beside each other. */
        FILES,
        /** All of it is one file. */
        ONE_FILE
    }

    /** Nothing chosen: no address, no tickets, entries for auditors only, served. */
    public static final SiteOptions DEFAULT = new SiteOptions(null, null, List.of(), false, Medium.SERVER);

    /** @throws IllegalArgumentException when an address is none that a page may link to */
    public SiteOptions {
        contacts = List.copyOf(contacts);
        requireWeb(address);
        requireWeb(tickets);
    }

    /** The same with the site at an address. */
    public SiteOptions withAddress(URI other) {
        return new SiteOptions(other, tickets, contacts, publicEntries, medium);
    }

    /** The same as files that no server stands behind. */
    public SiteOptions asFiles() {
        return new SiteOptions(address, tickets, contacts, publicEntries, Medium.FILES);
    }

    /** The same as one file that nothing stands beside. */
    SiteOptions asOneFile() {
        return new SiteOptions(address, tickets, contacts, publicEntries, Medium.ONE_FILE);
    }

    /** Whether a server stands behind the pages that answers searches, takes reports and makes proofs. */
    public boolean forms() {
        return medium == Medium.SERVER;
    }

    /** Whether there are other pages to link to. */
    boolean linked() {
        return medium != Medium.ONE_FILE;
    }

    private static void requireWeb(@Nullable URI uri) {
        if (uri != null && !"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
            throw new IllegalArgumentException("'%s' is no address of the web; use http:// or https://".formatted(uri));
        }
    }
}
