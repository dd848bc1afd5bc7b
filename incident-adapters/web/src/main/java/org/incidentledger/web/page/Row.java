package org.incidentledger.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.incidentledger.projections.timeline.StoryStatus;
import org.incidentledger.projections.timeline.StoryType;
import org.incidentledger.web.site.PublicSite;
import org.incidentledger.web.site.StoryLine;

/** A story as one row of a list. */
record Row(
        String href,
        String title,
        boolean maintenance,
        Badge status,
        Badge impact,
        Instant began,
        String length,
        String components) {
    private static final int NAMES_SHOWN = 4;

    static Row of(StoryLine line, PublicSite site, String root) {
        boolean maintenance = line.what() == StoryType.MAINTENANCE;
        return new Row(
                root + new PagePath.Story(line.what(), line.id()).path(),
                line.title(),
                maintenance,
                Badge.of(line.status()),
                maintenance ? new Badge("maintenance", "Maintenance") : Badge.impact(line.impact()),
                line.began(),
                length(line),
                names(line.components(), site));
    }

    private static String length(StoryLine line) {
        Instant ended = line.ended();
        if (ended == null) {
            return line.open() && line.status() != StoryStatus.SCHEDULED ? "ongoing" : "";
        }
        return ended.isBefore(line.began()) ? "" : Show.duration(Duration.between(line.began(), ended));
    }

    /** The first names, and how many more there are. */
    static String names(List<String> components, PublicSite site) {
        String first =
                components.stream().limit(NAMES_SHOWN).map(site::componentName).collect(Collectors.joining(", "));
        int more = components.size() - NAMES_SHOWN;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
