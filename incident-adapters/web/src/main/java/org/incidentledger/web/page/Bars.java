package org.incidentledger.web.page;

import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.projections.status.StatusReport.DayUptime;
import org.incidentledger.web.site.PublicSite;

/**
 * Ninety days as bars. The graver a day, the taller its bar: the colour is not the only sign. Days without anything are one path, so
 * that a page of many components stays small.
 *
 * @param calm the path of the days on which nothing was
 * @param unknown the path of the days before the component was known
 * @param affected the others
 * @param spoken what the picture says, for those who do not see it
 */
record Bars(String calm, String unknown, List<Bar> affected, String spoken) {
    /** How wide a day is with the gap after it. */
    private static final int STEP = 4;

    private static final int WIDTH = 3;
    private static final int HEIGHT = 34;

    /** One affected day. */
    record Bar(int x, int y, int height, String tone, String title) {}

    static Bars of(List<DayUptime> days) {
        StringBuilder calm = new StringBuilder();
        StringBuilder unknown = new StringBuilder();
        List<Bar> affected = new ArrayList<>();
        int first = PublicSite.DAYS - days.size();
        for (int i = 0; i < first; i++) {
            bar(unknown, i, 6);
        }
        for (int i = 0; i < days.size(); i++) {
            DayUptime day = days.get(i);
            ComponentStatus worst = worst(day);
            if (worst == ComponentStatus.OPERATIONAL) {
                bar(calm, first + i, height(worst));
            } else {
                int height = height(worst);
                affected.add(new Bar((first + i) * STEP, HEIGHT - height, height, Show.tone(worst), title(day, worst)));
            }
        }
        return new Bars(calm.toString(), unknown.toString(), List.copyOf(affected), spoken(days, affected.size()));
    }

    /** The gravest that happened on a day. */
    static ComponentStatus worst(DayUptime day) {
        if (day.majorOutageSeconds() > 0) {
            return ComponentStatus.MAJOR_OUTAGE;
        }
        if (day.partialOutageSeconds() > 0) {
            return ComponentStatus.PARTIAL_OUTAGE;
        }
        if (day.degradedSeconds() > 0) {
            return ComponentStatus.DEGRADED_PERFORMANCE;
        }
        return day.maintenanceSeconds() > 0 ? ComponentStatus.UNDER_MAINTENANCE : ComponentStatus.OPERATIONAL;
    }

    /** How long it was what, the gravest first. */
    static String told(DayUptime day) {
        List<String> parts = new ArrayList<>();
        tell(parts, "major outage", day.majorOutageSeconds());
        tell(parts, "partial outage", day.partialOutageSeconds());
        tell(parts, "degraded performance", day.degradedSeconds());
        tell(parts, "maintenance", day.maintenanceSeconds());
        return String.join(", ", parts);
    }

    private static void tell(List<String> parts, String what, long seconds) {
        if (seconds > 0) {
            parts.add(what + " for " + Show.duration(java.time.Duration.ofSeconds(seconds)));
        }
    }

    private static String title(DayUptime day, ComponentStatus worst) {
        return "%s: %s".formatted(Show.date(day.day()), told(day).isEmpty() ? Show.words(worst) : told(day));
    }

    private static String spoken(List<DayUptime> days, int affected) {
        return "Last %d days: affected on %d of them".formatted(days.size(), affected);
    }

    private static int height(ComponentStatus status) {
        return switch (status) {
            case OPERATIONAL -> 20;
            case UNDER_MAINTENANCE -> 23;
            case DEGRADED_PERFORMANCE -> 26;
            case PARTIAL_OUTAGE -> 30;
            case MAJOR_OUTAGE -> 34;
        };
    }

    private static void bar(StringBuilder path, int index, int height) {
        path.append('M')
                .append(index * STEP)
                .append(' ')
                .append(HEIGHT - height)
                .append('h')
                .append(WIDTH)
                .append('v')
                .append(height)
                .append("h-")
                .append(WIDTH)
                .append('z');
    }
}
