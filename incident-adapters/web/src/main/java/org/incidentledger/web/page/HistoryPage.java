package org.incidentledger.web.page;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.incidentledger.web.site.PublicSite;
import org.jspecify.annotations.Nullable;

/** What began in one month. */
record HistoryPage(
        Frame frame,
        YearMonth month,
        List<Row> rows,
        @Nullable Link earlier,
        @Nullable Link later,
        List<Year> years) {
    /** A page to go to. */
    record Link(String href, String text, boolean here) {}

    /** The months of a year that have a page. */
    record Year(int year, List<Link> months) {}

    static HistoryPage of(PagePath path, @Nullable YearMonth asked, PublicSite site, SiteFacts facts) {
        YearMonth month = asked == null ? newest(site) : asked;
        return new HistoryPage(
                Frame.of(path, "History, " + Show.month(month), "history", facts),
                month,
                site.months().in(month).stream()
                        .map(line -> Row.of(line, site, path.root()))
                        .toList(),
                site.months().before(month).map(to -> link(path, to, month)).orElse(null),
                site.months().after(month).map(to -> link(path, to, month)).orElse(null),
                years(path, site, month));
    }

    /** The newest month in which anything began; the one of today when nothing did. */
    static YearMonth newest(PublicSite site) {
        return site.months().all().stream()
                .findFirst()
                .orElseGet(() -> YearMonth.from(site.at().atOffset(ZoneOffset.UTC)));
    }

    private static List<Year> years(PagePath path, PublicSite site, YearMonth here) {
        return site.months().all().stream()
                .map(YearMonth::getYear)
                .distinct()
                .map(year -> new Year(
                        year,
                        site.months().all().stream()
                                .filter(month -> month.getYear() == year)
                                .sorted()
                                .map(month -> link(path, month, here))
                                .toList()))
                .toList();
    }

    private static Link link(PagePath from, YearMonth to, YearMonth here) {
        return new Link(from.root() + new PagePath.History(to).path(), Show.month(to), to.equals(here));
    }
}
