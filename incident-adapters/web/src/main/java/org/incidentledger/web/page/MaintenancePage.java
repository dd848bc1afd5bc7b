package org.incidentledger.web.page;

import java.util.List;
import org.incidentledger.web.site.PublicSite;

/** Scheduled, running and past maintenance. */
record MaintenancePage(Frame frame, List<Card> running, List<Card> upcoming, List<Row> past) {
    private static final int PAST = 50;

    static MaintenancePage of(PublicSite site, SiteFacts facts) {
        PagePath path = new PagePath.MaintenanceList();
        String root = path.root();
        return new MaintenancePage(
                Frame.of(path, "Maintenance", "maintenance", facts),
                site.report().runningMaintenance().stream()
                        .map(story -> Card.of(story, site, root))
                        .toList(),
                site.report().upcomingMaintenance().stream()
                        .map(story -> Card.of(story, site, root))
                        .toList(),
                site.months()
                        .newestMaintenance(PAST)
                        .filter(line -> !line.open())
                        .map(line -> Row.of(line, site, root))
                        .toList());
    }
}
