package org.incidentledger.web.content;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incidentledger.core.tlog.TileId;
import org.incidentledger.core.tlog.TilePath;
import org.incidentledger.web.feed.ApiAnswers;
import org.incidentledger.web.feed.Calendar;
import org.incidentledger.web.feed.Feed;
import org.incidentledger.web.page.Assets;
import org.incidentledger.web.page.PagePath;
import org.incidentledger.web.page.SearchQuery;
import org.incidentledger.web.page.SiteOptions;
import org.incidentledger.web.page.SitePages;
import org.incidentledger.web.proof.LedgerFiles;
import org.incidentledger.web.site.PublicSite;
import org.jspecify.annotations.Nullable;

/** Finds what is at a path of the public site. Safe for use by many threads. */
public final class SiteContent {
    private static final String ASSETS = "assets/";
    private static final String API = "api/v2/";
    private static final String SECURITY = ".well-known/security.txt";
    private static final String OPEN_API = "api/openapi.json";
    private static final String ICS = "text/calendar; charset=utf-8";
    private static final String BYTES = "application/octet-stream";
    private static final Pattern FEED = Pattern.compile("(?:components/" + PagePath.ID + "/)?history\\.(atom|rss)");
    private static final Pattern PROOF = Pattern.compile("proof/(0|[1-9]\\d{0,14})\\.tlog-proof");
    private static final Pattern ENTRY = Pattern.compile("entry/(0|[1-9]\\d{0,14})");

    private final SitePages pages;
    private final SiteOptions options;
    private final LedgerFiles files;

    public SiteContent(SitePages pages, SiteOptions options, LedgerFiles files) {
        this.pages = pages;
        this.options = options;
        this.files = files;
    }

    /**
     * What is at a path, unless it is clear from the path alone that there is nothing.
     *
     * @param path below the root, without a slash at the beginning
     * @param here where the site is reached, for links in feeds when no address of it was chosen
     */
    public Optional<Resource> find(String path, PublicSite site, Supplier<URI> here) {
        if (path.startsWith(ASSETS)) {
            return asset(path);
        }
        return page(path, site).or(() -> machine(path, site, here)).or(() -> proof(path, site));
    }

    private Optional<Resource> page(String path, PublicSite site) {
        return PagePath.parse(path)
                .map(page -> new Resource(
                        path,
                        page.version(site),
                        false,
                        () -> pages.render(site, page).map(html -> Body.of(Body.HTML, html))));
    }

    private static Optional<Resource> asset(String path) {
        return Assets.named(path.substring(ASSETS.length()))
                .map(asset ->
                        new Resource(path, "0", true, () -> Optional.of(Body.of(asset.contentType(), asset.text()))));
    }

    private Optional<Resource> machine(String path, PublicSite site, Supplier<URI> here) {
        Matcher feed = FEED.matcher(path);
        if (feed.matches()) {
            return Optional.of(changing(path, site, here, address -> feed(feed, site, address)));
        }
        if (path.equals("maintenance.ics")) {
            return Optional.of(changing(path, site, here, address -> Body.of(ICS, Calendar.of(site, address))));
        }
        if (path.equals(SECURITY) && SecurityTxt.isThere(options)) {
            return Optional.of(changing(
                    path, site, here, address -> Body.of(Body.TEXT, SecurityTxt.of(options, address, site.at()))));
        }
        if (path.equals(OPEN_API)) {
            return Optional.of(
                    new Resource(path, "0", false, () -> Optional.of(Body.of(Body.JSON, OpenApi.document()))));
        }
        if (path.startsWith(API) && ApiAnswers.isName(path.substring(API.length()))) {
            return Optional.of(new Resource(
                    path,
                    new PagePath.Home().version(site),
                    false,
                    () -> ApiAnswers.json(path.substring(API.length()), site, options.address())
                            .map(json -> Body.of(Body.JSON, json))));
        }
        return Optional.empty();
    }

    /** The stories that changed after a position, as {@link ApiAnswers#changes} has them. */
    public Resource changes(long after, PublicSite site) {
        return new Resource(
                "api/changes.json?after=" + after,
                Long.toString(site.size()),
                false,
                () -> Optional.of(Body.of(Body.JSON, ApiAnswers.changes(after, site, options.address()))));
    }

    /** What searching the history finds. */
    public Resource search(SearchQuery query, PublicSite site) {
        return new Resource(
                "search/?" + query,
                new PagePath.Home().version(site),
                false,
                () -> Optional.of(Body.of(Body.HTML, pages.search(site, query))));
    }

    private interface Made {
        @Nullable
        Body at(URI address);
    }

    private Resource changing(String path, PublicSite site, Supplier<URI> here, Made made) {
        URI chosen = options.address();
        URI address = chosen == null ? here.get() : chosen;
        // Each address has a reply of its own: a name that somebody made up must come into nobody else's.
        return new Resource(
                chosen == null ? path + "?at=" + address : path,
                site.size() + "." + site.catalogPosition(),
                false,
                () -> Optional.ofNullable(made.at(address)));
    }

    private static @Nullable Body feed(Matcher parts, PublicSite site, URI address) {
        String component = parts.group(1);
        if (component != null && !site.components().containsKey(component)) {
            return null;
        }
        Feed feed = new Feed(site, component, address);
        return parts.group(2).equals("atom")
                ? Body.of("application/atom+xml; charset=utf-8", feed.atom())
                : Body.of("application/rss+xml; charset=utf-8", feed.rss());
    }

    private Optional<Resource> proof(String path, PublicSite site) {
        if (path.equals("checkpoint")) {
            return Optional.of(new Resource(
                    path,
                    Long.toString(site.size()),
                    false,
                    () -> Optional.of(Body.of(Body.TEXT, files.checkpoint()))));
        }
        if (path.startsWith("tile/")) {
            return LedgerFiles.path(path)
                    .filter(tile -> LedgerFiles.isWithin(tile, site.size()))
                    .flatMap(tile -> tile(path, tile));
        }
        Matcher proof = PROOF.matcher(path);
        if (proof.matches() && Long.parseLong(proof.group(1)) < site.size()) {
            long position = Long.parseLong(proof.group(1));
            return Optional.of(
                    new Resource(path, "0", false, () -> Optional.of(Body.of(Body.TEXT, files.proof(position)))));
        }
        Matcher entry = ENTRY.matcher(path);
        if (options.publicEntries() && entry.matches() && Long.parseLong(entry.group(1)) < site.size()) {
            long position = Long.parseLong(entry.group(1));
            return Optional.of(new Resource(
                    path,
                    Long.toString(site.size()),
                    false,
                    () -> files.publicEntry(position, site).map(bytes -> new Body(Body.JSON, bytes))));
        }
        return Optional.empty();
    }

    /** Hashes are for everybody; bundles hold whole entries and are not given out here. */
    private Optional<Resource> tile(String path, TilePath tile) {
        return tile instanceof TileId id
                ? Optional.of(new Resource(path, "0", true, () -> files.tile(id).map(bytes -> new Body(BYTES, bytes))))
                : Optional.empty();
    }
}
