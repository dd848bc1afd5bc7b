package org.incidentledger.web.feed;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.incidentledger.intake.statuspage.StatuspageApi;
import org.incidentledger.intake.statuspage.StatuspageApi.Answer;
import org.incidentledger.intake.statuspage.StatuspageApi.Status;
import org.incidentledger.intake.statuspage.StatuspageIncident;
import org.incidentledger.intake.statuspage.StatuspagePage;
import org.incidentledger.projections.status.StatusReport;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.StoryType;
import org.incidentledger.web.site.PublicSite;
import org.jspecify.annotations.Nullable;

/** The Statuspage API v2. It shows at most the newest {@value #MAX_STORIES} of a list, as Statuspage does. */
public final class ApiAnswers {
    static final int MAX_STORIES = 50;

    private static final Pattern ONE = Pattern.compile("incidents/([a-zA-Z0-9][a-zA-Z0-9._-]{0,79})\\.json");
    private static final List<String> NAMES = List.of(
            "summary.json",
            "status.json",
            "components.json",
            "incidents.json",
            "incidents/unresolved.json",
            "scheduled-maintenances.json",
            "scheduled-maintenances/upcoming.json",
            "scheduled-maintenances/active.json");

    private final PublicSite site;
    private final StatuspageApi api;
    private final StatuspagePage page;

    private ApiAnswers(PublicSite site, @Nullable URI address) {
        StatusReport report = site.report();
        this.site = site;
        this.api = new StatuspageApi(
                report.page(),
                address == null ? null : address.toString(),
                site.components().values(),
                open(report).toList());
        this.page = api.page(site.changedAt());
    }

    /** The names of the answers that every site has, below {@code api/v2/}. */
    public static List<String> names() {
        return NAMES;
    }

    /** Whether there may be an answer of this name. */
    public static boolean isName(String name) {
        return NAMES.contains(name) || ONE.matcher(name).matches();
    }

    /** The answer of a name as JSON; empty when there is no such incident. */
    public static Optional<String> json(String name, PublicSite site, @Nullable URI address) {
        ApiAnswers answers = new ApiAnswers(site, address);
        Matcher one = ONE.matcher(name);
        if (!NAMES.contains(name) && one.matches()) {
            return site.story("incident/" + one.group(1))
                    .or(() -> site.story("maintenance/" + one.group(1)))
                    .map(story -> answers.one(story).json());
        }
        return answers.named(name).map(Answer::json);
    }

    private Optional<Answer> named(String name) {
        StatusReport report = site.report();
        return Optional.ofNullable(
                switch (name) {
                    case "summary.json" -> summary();
                    case "status.json" -> new Answer(page, null, null, null, null, Status.of(report.overall()));
                    case "components.json" -> new Answer(page, api.components(), null, null, null, null);
                    case "incidents.json" -> incidents(newest(StoryType.INCIDENT));
                    case "incidents/unresolved.json" -> incidents(rendered(report.openIncidents()));
                    case "scheduled-maintenances.json" -> maintenances(newest(StoryType.MAINTENANCE));
                    case "scheduled-maintenances/upcoming.json" -> maintenances(rendered(report.upcomingMaintenance()));
                    case "scheduled-maintenances/active.json" -> maintenances(rendered(report.runningMaintenance()));
                    default -> null;
                });
    }

    private Answer summary() {
        StatusReport report = site.report();
        return new Answer(
                page,
                api.components(),
                rendered(report.openIncidents()),
                Stream.concat(report.runningMaintenance().stream(), report.upcomingMaintenance().stream())
                        .map(api::story)
                        .toList(),
                null,
                Status.of(report.overall()));
    }

    private Answer one(PublicStory story) {
        return new Answer(page, null, null, null, api.story(story), null);
    }

    private Answer incidents(List<StatuspageIncident> incidents) {
        return new Answer(page, null, incidents, null, null, null);
    }

    private Answer maintenances(List<StatuspageIncident> maintenances) {
        return new Answer(page, null, null, maintenances, null, null);
    }

    private List<StatuspageIncident> newest(StoryType what) {
        return (what == StoryType.MAINTENANCE
                        ? site.months().newestMaintenance(MAX_STORIES)
                        : site.months().newestFirst().filter(line -> line.what() == what))
                .limit(MAX_STORIES)
                .flatMap(line -> site.story(line.stream()).stream())
                .map(api::story)
                .toList();
    }

    private List<StatuspageIncident> rendered(List<PublicStory> stories) {
        return stories.stream().map(api::story).toList();
    }

    private static Stream<PublicStory> open(StatusReport report) {
        return Stream.of(report.openIncidents(), report.runningMaintenance(), report.upcomingMaintenance())
                .flatMap(List::stream);
    }

    /**
     * What changed after a position, oldest change first: each story once, as it is now.
     *
     * @param after the cursor of the answer before; -1 at first
     */
    public static String changes(long after, PublicSite site, @Nullable URI address) {
        return Changes.json(new ApiAnswers(site, address).api, after, site);
    }
}
