package org.incidentledger.web.feed;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.web.page.StoryText;
import org.incidentledger.web.site.PublicSite;
import org.incidentledger.web.site.StoryLine;
import org.jspecify.annotations.Nullable;

/**
 * The newest {@value #ENTRIES} stories as Atom or RSS, of the whole site or of one component.
 *
 * @param component its id; {@code null} for the whole site
 * @param address where the site is
 */
public record Feed(PublicSite site, @Nullable String component, URI address) {
    static final int ENTRIES = 25;

    private static final String[] NONE = {};
    private static final DateTimeFormatter RFC_1123 =
            DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private record Entry(StoryLine line, PublicStory story, String url) {}

    /** As Atom (RFC 4287). */
    public String atom() {
        return XmlText.of(xml ->
                xml.element("feed", new String[] {"xmlns", "http://www.w3.org/2005/Atom", "xml:lang", "en"}, feed -> {
                    feed.text("id", self("atom"));
                    feed.text("title", title());
                    feed.text("updated", site.changedAt().toString());
                    feed.empty("link", "rel", "self", "type", "application/atom+xml", "href", self("atom"));
                    feed.empty("link", "rel", "alternate", "type", "text/html", "href", home());
                    feed.element("author", NONE, author -> author.text("name", site.name()));
                    for (Entry entry : entries()) {
                        atom(feed, entry);
                    }
                }));
    }

    private void atom(XmlText feed, Entry entry) throws XMLStreamException {
        feed.element("entry", NONE, xml -> {
            xml.text("id", entry.url());
            xml.text("title", entry.line().title());
            xml.text("published", entry.line().began().toString());
            xml.text("updated", entry.line().changedAt().toString());
            xml.empty("link", "rel", "alternate", "type", "text/html", "href", entry.url());
            xml.text("content", html(entry), "type", "html");
        });
    }

    /** As RSS 2.0. */
    public String rss() {
        String[] version = {"version", "2.0", "xmlns:atom", "http://www.w3.org/2005/Atom"};
        return XmlText.of(xml -> xml.element(
                "rss",
                version,
                rss -> rss.element("channel", NONE, channel -> {
                    channel.text("title", title());
                    channel.text("link", home());
                    channel.text("description", title());
                    channel.text("language", "en");
                    channel.text("lastBuildDate", date(site.changedAt()));
                    channel.empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", self("rss"));
                    for (Entry entry : entries()) {
                        rss(channel, entry);
                    }
                })));
    }

    private void rss(XmlText channel, Entry entry) throws XMLStreamException {
        channel.element("item", NONE, xml -> {
            xml.text("title", entry.line().title());
            xml.text("link", entry.url());
            xml.text("guid", entry.url(), "isPermaLink", "true");
            xml.text("pubDate", date(entry.line().changedAt()));
            xml.text("description", html(entry));
        });
    }

    private List<Entry> entries() {
        return site.months()
                .newestFirst()
                .filter(line -> component == null || line.components().contains(component))
                .limit(ENTRIES)
                .flatMap(line -> site.story(line.stream()).map(story -> entry(line, story)).stream())
                .toList();
    }

    private Entry entry(StoryLine line, PublicStory story) {
        return new Entry(line, story, address + "/" + StoryText.path(story));
    }

    private String html(Entry entry) {
        return StoryText.html(entry.story(), site);
    }

    private String title() {
        return component == null
                ? site.name() + " status: history"
                : site.name() + " status: " + site.componentName(component);
    }

    private String home() {
        return component == null ? address + "/" : address + "/components/" + component + "/";
    }

    private String self(String format) {
        return home() + "history." + format;
    }

    private static String date(Instant instant) {
        return RFC_1123.format(instant);
    }
}
