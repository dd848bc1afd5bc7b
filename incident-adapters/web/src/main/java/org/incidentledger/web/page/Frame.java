package org.incidentledger.web.page;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is around the content of every page.
 *
 * @param root how to get from the page to the root of the site, such as {@code ../../}; empty for the home page
 * @param section the part of the site that the page belongs to, marked in the navigation
 * @param siteUrl what the site is about, when the ledger says an address of the web
 * @param asOf the moment of history that is shown, to auditors only; {@code null} for now
 */
record Frame(
        String root,
        String title,
        String section,
        String siteName,
        @Nullable String siteUrl,
        SiteOptions options,
        @Nullable AsOf asOf) {
    static Frame of(PagePath path, String title, String section, SiteFacts facts) {
        return new Frame(path.root(), title, section, facts.name(), facts.url(), facts.options(), facts.asOf());
    }

    /** The path of the style sheet, which changes with it. */
    String css() {
        return root + "assets/" + Assets.CSS.name();
    }

    /** The path of the script, which changes with it. */
    String script() {
        return root + "assets/" + Assets.SCRIPT.name();
    }

    String icon() {
        return root + "assets/" + Assets.ICON.name();
    }

    /** The path of the home page; an empty one would be that of the page itself. */
    String home() {
        return root.isEmpty() ? "./" : root;
    }

    /** What the bars mean. */
    Badge legend(String tone) {
        return switch (tone) {
            case "ok" -> new Badge(tone, "Operational");
            case "maintenance" -> new Badge(tone, "Maintenance");
            case "degraded" -> new Badge(tone, "Degraded");
            case "partial" -> new Badge(tone, "Partial outage");
            default -> new Badge(tone, "Major outage");
        };
    }

    @Nullable
    URI tickets() {
        return options.tickets();
    }

    @Nullable
    String current(String other) {
        return section.equals(other) ? "page" : null;
    }
}
