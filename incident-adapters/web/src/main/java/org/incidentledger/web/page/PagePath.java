package org.incidentledger.web.page;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incidentledger.projections.timeline.StoryType;
import org.incidentledger.web.site.Months;
import org.incidentledger.web.site.PublicSite;

/** Where a page is: its path below the root of the site, always with a slash at the end, so that files can be served as folders. */
public sealed interface PagePath {
    /** What is open, how everything is, and what happened of late. */
    record Home() implements PagePath {
        @Override
        public String path() {
            return "";
        }
    }

    /** The newest month of history. */
    record Newest() implements PagePath {
        @Override
        public String path() {
            return "history/";
        }

        @Override
        public String version(PublicSite site) {
            return new History(HistoryPage.newest(site)).version(site);
        }
    }

    /** What began in one month. */
    record History(YearMonth month) implements PagePath {
        @Override
        public String path() {
            return "history/" + month + "/";
        }

        /** What happens to stories of other months does not touch it, unless a month comes or goes. */
        @Override
        public String version(PublicSite site) {
            Months months = site.months();
            return "%s.%d.%d.%d.%d"
                    .formatted(
                            month,
                            months.lastChange(month),
                            months.in(month).size(),
                            months.all().hashCode(),
                            site.catalogPosition());
        }
    }

    /** Scheduled, running and past maintenance. */
    record MaintenanceList() implements PagePath {
        @Override
        public String path() {
            return "maintenance/";
        }
    }

    /** One incident or maintenance. */
    record Story(StoryType what, String id) implements PagePath {
        @Override
        public String path() {
            return (what == StoryType.INCIDENT ? "incidents/" : "maintenance/") + id + "/";
        }

        @Override
        public String version(PublicSite site) {
            long position = site.line(stream()).map(line -> line.lastPosition()).orElse(-1L);
            return position + "." + site.catalogPosition();
        }

        String stream() {
            return (what == StoryType.INCIDENT ? "incident/" : "maintenance/") + id;
        }
    }

    /** The post-mortem of an incident with its revisions. */
    record PostMortem(String id) implements PagePath {
        @Override
        public String path() {
            return "incidents/" + id + "/post-mortem/";
        }

        @Override
        public String version(PublicSite site) {
            return new Story(StoryType.INCIDENT, id).version(site);
        }
    }

    /** One component: is it affected, by what, until when. */
    record Component(String id) implements PagePath {
        @Override
        public String path() {
            return "components/" + id + "/";
        }
    }

    /** How anybody checks what the site says. */
    record Verify() implements PagePath {
        @Override
        public String path() {
            return "verify/";
        }

        @Override
        public String version(PublicSite site) {
            return "0";
        }
    }

    /** An identifier of the ledger, as {@code Identifier} has it. */
    String ID = "([a-zA-Z0-9][a-zA-Z0-9._-]{0,79})";

    /** The path below the root. */
    String path();

    /** Changes whenever the page may have: the same path with the same version is the same page. */
    default String version(PublicSite site) {
        return site.size() + "." + site.catalogPosition() + "." + site.at().getEpochSecond();
    }

    /** How to get from the page to the root: as many {@code ../} as the path has folders. */
    default String root() {
        return "../".repeat((int) path().chars().filter(c -> c == '/').count());
    }

    /** The page at a path, without the slash at the beginning; empty when there is none of this form. */
    static Optional<PagePath> parse(String path) {
        return switch (path) {
            case "" -> Optional.of(new Home());
            case "history/" -> Optional.of(new Newest());
            case "maintenance/" -> Optional.of(new MaintenanceList());
            case "verify/" -> Optional.of(new Verify());
            default -> Forms.parse(path);
        };
    }

    /** The forms of paths with something in them. */
    final class Forms {
        private static final Pattern MONTH = Pattern.compile("history/(\\d{4}-\\d{2})/");
        private static final Pattern STORY = Pattern.compile("(incidents|maintenance)/" + ID + "/");
        private static final Pattern POST_MORTEM = Pattern.compile("incidents/" + ID + "/post-mortem/");
        private static final Pattern COMPONENT = Pattern.compile("components/" + ID + "/");

        private Forms() {}

        private static Optional<PagePath> parse(String path) {
            Matcher story = STORY.matcher(path);
            if (story.matches()) {
                StoryType what = story.group(1).equals("incidents") ? StoryType.INCIDENT : StoryType.MAINTENANCE;
                return Optional.of(new Story(what, story.group(2)));
            }
            Matcher component = COMPONENT.matcher(path);
            if (component.matches()) {
                return Optional.of(new Component(component.group(1)));
            }
            Matcher postMortem = POST_MORTEM.matcher(path);
            if (postMortem.matches()) {
                return Optional.of(new PostMortem(postMortem.group(1)));
            }
            Matcher month = MONTH.matcher(path);
            return month.matches() ? month(month.group(1)) : Optional.empty();
        }

        private static Optional<PagePath> month(String text) {
            try {
                return Optional.of(new History(YearMonth.parse(text)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
