package org.incidentledger.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublishedPostMortem;
import org.incidentledger.web.report.FollowUp;
import org.incidentledger.web.report.Report;
import org.incidentledger.web.site.PublicSite;
import org.jspecify.annotations.Nullable;

/**
 * Renders the pages of the site. The same site, path and options always give the same text. Safe for use by many threads.
 */
public final class SitePages {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, SitePages.class.getClassLoader(), SitePages.class.getPackageName());

    private final SiteOptions options;
    private final Supplier<LedgerIdentity> ledger;
    private final @Nullable AsOf asOf;

    /** @param ledger asked each time, since the key changes when it is rotated */
    public SitePages(SiteOptions options, Supplier<LedgerIdentity> ledger) {
        this(options, ledger, null);
    }

    private SitePages(SiteOptions options, Supplier<LedgerIdentity> ledger, @Nullable AsOf asOf) {
        this.options = options;
        this.ledger = ledger;
        this.asOf = asOf;
    }

    /** The same pages for auditors, with the moment on each of them and a way to other moments. */
    public SitePages at(AsOf moment) {
        return new SitePages(options.asFiles(), ledger, moment);
    }

    private SiteFacts facts(PublicSite site) {
        return SiteFacts.of(site, options, asOf);
    }

    /** The page at a path, if there is one on the site. */
    public Optional<String> render(PublicSite site, PagePath path) {
        SiteFacts facts = facts(site);
        return switch (path) {
            case PagePath.Home home -> Optional.of(render("home", HomePage.of(site, facts)));
            case PagePath.Newest newest -> Optional.of(history(newest, null, site, facts));
            case PagePath.History history -> history(history, site, facts);
            case PagePath.MaintenanceList list -> Optional.of(render("maintenance", MaintenancePage.of(site, facts)));
            case PagePath.Story story ->
                site.story(story.stream()).map(found -> render("story", StoryPage.of(story, found, site, facts)));
            case PagePath.PostMortem postMortem -> postMortem(postMortem, site, facts);
            case PagePath.Component component ->
                ComponentPage.of(component, site, facts).map(page -> render("component", page));
            case PagePath.Verify verify -> Optional.of(render("verify", VerifyPage.of(ledger.get(), facts)));
        };
    }

    /** A page that says one thing, such as that there is no such page. */
    public String message(PublicSite site, Message message) {
        return render("message", MessagePage.of(message, facts(site)));
    }

    /** What searching the history finds. */
    public String search(PublicSite site, SearchQuery query) {
        return render("search", SearchPage.of(query, site, facts(site)));
    }

    /**
     * The form for reports.
     *
     * @param takesContact whether it asks how the reporter can be reached
     */
    public String report(PublicSite site, Report report, boolean takesContact) {
        return render("report", ReportPage.of(report, takesContact, facts(site)));
    }

    /** How far a report has come. */
    public String followUp(PublicSite site, FollowUp followUp) {
        return render("followup", FollowUpPage.of(followUp, facts(site)));
    }

    private static Optional<String> history(PagePath.History path, PublicSite site, SiteFacts facts) {
        return site.months().in(path.month()).isEmpty()
                ? Optional.empty()
                : Optional.of(history(path, path.month(), site, facts));
    }

    private static String history(
            PagePath path, java.time.@Nullable YearMonth month, PublicSite site, SiteFacts facts) {
        return render("history", HistoryPage.of(path, month, site, facts));
    }

    private static Optional<String> postMortem(PagePath.PostMortem path, PublicSite site, SiteFacts facts) {
        Optional<PublicStory> story = site.story("incident/" + path.id());
        List<PublishedPostMortem> published = story.map(site::postMortems).orElse(List.of());
        return published.isEmpty()
                ? Optional.empty()
                : story.map(found -> render("postmortem", PostMortemPage.of(path, found, published, facts)));
    }

    /** Fills a template of this package. */
    static String render(String template, Object page) {
        StringOutput html = new StringOutput();
        TEMPLATES.render(template + ".jte", page, html);
        return html.toString();
    }
}
