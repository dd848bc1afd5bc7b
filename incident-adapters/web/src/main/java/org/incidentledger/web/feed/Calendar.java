package org.incidentledger.web.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.projections.timeline.AffectedComponent;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.StoryStatus;
import org.incidentledger.web.page.StoryText;
import org.incidentledger.web.site.PublicSite;
import org.incidentledger.web.site.StoryLine;

/** Maintenance as a calendar (RFC 5545): what is planned and runs, and the last hundred that are over. */
public final class Calendar {
    private static final int SHOWN = 100;
    private static final int LINE_OCTETS = 75;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final List<String> lines = new ArrayList<>();
    private final PublicSite site;
    private final URI address;

    private Calendar(PublicSite site, URI address) {
        this.site = site;
        this.address = address;
    }

    /** The calendar. */
    public static String of(PublicSite site, URI address) {
        Calendar calendar = new Calendar(site, address);
        calendar.lines.add("BEGIN:VCALENDAR");
        calendar.lines.add("VERSION:2.0");
        calendar.lines.add("PRODID:-//Incident Ledger//Maintenance//EN");
        calendar.lines.add("METHOD:PUBLISH");
        calendar.line("X-WR-CALNAME", site.name() + " maintenance");
        site.months()
                .newestMaintenance(SHOWN)
                .forEach(line -> site.story(line.stream()).ifPresent(story -> calendar.event(line, story)));
        calendar.lines.add("END:VCALENDAR");
        return calendar.lines.stream().map(Calendar::folded).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private void event(StoryLine line, PublicStory story) {
        Window window = story.window();
        if (window == null) {
            return;
        }
        String url = address + "/" + StoryText.path(story);
        lines.add("BEGIN:VEVENT");
        line("UID", story.id() + "@" + address.getHost());
        lines.add("DTSTAMP:" + utc(line.changedAt()));
        lines.add("DTSTART:" + utc(window.from()));
        lines.add("DTEND:" + utc(window.until().isAfter(window.from()) ? window.until() : window.from()));
        lines.add("SEQUENCE:" + story.earlierWindows().size());
        lines.add("STATUS:" + (story.status() == StoryStatus.CANCELLED ? "CANCELLED" : "CONFIRMED"));
        line("SUMMARY", story.title());
        line(
                "DESCRIPTION",
                story.components().stream()
                        .map(AffectedComponent::component)
                        .map(site::componentName)
                        .collect(Collectors.joining(", ", "Affects: ", "\n" + url)));
        lines.add("URL:" + url);
        lines.add("END:VEVENT");
    }

    private void line(String name, String text) {
        lines.add(name + ":" + escaped(text));
    }

    private static String utc(Instant instant) {
        return INSTANT.format(instant);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\r", "")
                .replace("\n", "\\n")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** A line has at most 75 octets; what is longer goes on in the next, after a blank. Never within a character. */
    private static String folded(String line) {
        StringBuilder out = new StringBuilder(line.length() + 16);
        int octets = 0;
        for (int c : line.codePoints().toArray()) {
            int length = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LINE_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(c);
            octets += length;
        }
        return out.toString();
    }
}
