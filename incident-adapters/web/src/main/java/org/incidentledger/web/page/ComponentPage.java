package org.incidentledger.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.incidentledger.projections.status.Interval;
import org.incidentledger.projections.status.StatusReport.ComponentReport;
import org.incidentledger.projections.status.StatusReport.DayUptime;
import org.incidentledger.web.page.HomePage.ComponentRow;
import org.incidentledger.web.site.PublicSite;
import org.jspecify.annotations.Nullable;

/** One component: is it affected, by what, until when; and if nothing is listed, where to open a ticket. */
record ComponentPage(
        Frame frame,
        ComponentRow component,
        @Nullable String group,
        String answer,
        List<Cause> causes,
        List<Card> planned,
        List<Day> days) {
    /** What affects it now. */
    record Cause(Row story, Badge effect, Interval interval) {}

    /** A day on which something affected it. */
    record Day(LocalDate day, String told, Badge worst, List<Row> stories) {}

    /** The page, unless the component is not on the site. */
    static Optional<ComponentPage> of(PagePath.Component path, PublicSite site, SiteFacts facts) {
        return site.report().components().stream()
                .filter(report -> report.id().equals(path.id()))
                .findFirst()
                .map(report -> of(path, report, site, facts));
    }

    private static ComponentPage of(PagePath.Component path, ComponentReport report, PublicSite site, SiteFacts facts) {
        String root = path.root();
        List<Cause> causes = report.causes().stream()
                .flatMap(interval -> site.line(interval.stream()).stream()
                        .map(line -> new Cause(Row.of(line, site, root), Badge.of(interval.status()), interval)))
                .toList();
        List<Card> planned = site.report().upcomingMaintenance().stream()
                .filter(story -> report.planned().contains(story.stream()))
                .map(story -> Card.of(story, site, root))
                .toList();
        return new ComponentPage(
                Frame.of(path, report.description().name(), "status", facts),
                ComponentRow.of(report, root),
                report.description().group(),
                answer(causes, planned),
                causes,
                planned,
                report.days().reversed().stream()
                        .filter(day -> !day.streams().isEmpty())
                        .map(day -> day(day, site, root))
                        .toList());
    }

    private static String answer(List<Cause> causes, List<Card> planned) {
        if (!causes.isEmpty()) {
            return "Yes, it is affected now.";
        }
        return planned.isEmpty() ? "Nothing we know of affects it now." : "Not now. Maintenance is planned.";
    }

    private static Day day(DayUptime day, PublicSite site, String root) {
        return new Day(
                day.day(),
                Bars.told(day),
                Badge.of(Bars.worst(day)),
                day.streams().stream()
                        .flatMap(stream -> site.line(stream).stream())
                        .map(line -> Row.of(line, site, root))
                        .toList());
    }
}
