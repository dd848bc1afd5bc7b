package org.incidentledger.web.page;

import java.util.List;
import org.incidentledger.web.site.PublicSite;
import org.jspecify.annotations.Nullable;

/** The pages of the auditor's console. Safe for use by many threads. */
public final class ConsolePages {
    private final SiteOptions options;

    public ConsolePages(SiteOptions options) {
        this.options = options;
    }

    /** What every page of the console is given. */
    record Console(Frame frame, String who, String home) {}

    record Login(Frame frame, @Nullable String complaint) {}

    record Audit(
            Console console,
            AuditSearch search,
            AuditResult result,
            @Nullable String complaint) {}

    record Entry(Console console, EntryDetails details) {}

    record Diff(
            Console console,
            @Nullable AsOf from,
            @Nullable AsOf to,
            long last,
            @Nullable SiteChanges changes) {}

    /** The way in. */
    public String login(PublicSite site, @Nullable String complaint) {
        return SitePages.render("login", new Login(frame("../../", "Sign in", site), complaint));
    }

    /** The audit trail. */
    public String audit(
            PublicSite site, String who, AuditSearch search, AuditResult result, @Nullable String complaint) {
        return SitePages.render(
                "audit", new Audit(console("../", "Audit trail", who, site), search, result, complaint));
    }

    /** One entry. */
    public String entry(PublicSite site, String who, EntryDetails details) {
        String title = "Entry " + details.line().position();
        return SitePages.render("entry", new Entry(console("../../../", title, who, site), details));
    }

    /** What changed between two moments; the form alone when one of them is missing. */
    public String diff(PublicSite site, String who, long last, List<AsOf> moments, List<PublicSite> sites) {
        Console console = console("../../", "What changed", who, site);
        return SitePages.render(
                "moments",
                moments.size() < 2
                        ? new Diff(console, moments.isEmpty() ? null : moments.getFirst(), null, last, null)
                        : new Diff(
                                console,
                                moments.getFirst(),
                                moments.getLast(),
                                last,
                                SiteChanges.between(sites.getFirst(), sites.getLast())));
    }

    private Console console(String root, String title, String who, PublicSite site) {
        return new Console(frame(root, title, site), who, root + "console/");
    }

    private Frame frame(String root, String title, PublicSite site) {
        SiteFacts facts = SiteFacts.of(site, options, null);
        return new Frame(root, title, "console", facts.name(), facts.url(), facts.options(), null);
    }
}
