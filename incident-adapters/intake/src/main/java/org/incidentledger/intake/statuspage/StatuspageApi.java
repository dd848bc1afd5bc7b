package org.incidentledger.intake.statuspage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.projections.status.ComponentHistory;
import org.incidentledger.projections.status.Page;
import org.incidentledger.projections.timeline.PublicStory;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the Statuspage API v2 to questions about what is public. Made of what a question needs: the catalog and the stories
 * that are open decide the status of components, whatever else is asked. Immutable.
 */
public final class StatuspageApi {
    private final @Nullable Page page;
    private final String pageId;
    private final List<ComponentHistory> catalog;
    private final ComponentRendering components;
    private final StoryRendering stories;

    /**
     * An answer; what a question does not ask for is absent.
     *
     * @param incident a single one
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            StatuspagePage page,
            @Nullable List<StatuspageComponent> components,
            @Nullable List<StatuspageIncident> incidents,
            @Nullable List<StatuspageIncident> scheduledMaintenances,
            @Nullable StatuspageIncident incident,
            @Nullable Status status) {
        /** The answer as JSON, instants in UTC with milliseconds as Statuspage writes them. */
        public String json() {
            return StatuspageJson.write(this);
        }
    }

    /** How everything is together. */
    public record Status(String indicator, String description) {
        /** What Statuspage says when that is the worst of all components. */
        public static Status of(ComponentStatus worst) {
            return switch (worst) {
                case OPERATIONAL -> new Status("none", "All Systems Operational");
                case UNDER_MAINTENANCE -> new Status("maintenance", "Service Under Maintenance");
                case DEGRADED_PERFORMANCE -> new Status("minor", "Minor Service Outage");
                case PARTIAL_OUTAGE -> new Status("major", "Partial System Outage");
                case MAJOR_OUTAGE -> new Status("critical", "Major Service Outage");
            };
        }
    }

    /**
     * @param address where the stories of this ledger are found; without one, below the address of the page
     * @param catalog the components of the page
     * @param open at least the stories that are open
     */
    public StatuspageApi(
            @Nullable Page page,
            @Nullable String address,
            Collection<ComponentHistory> catalog,
            Collection<PublicStory> open) {
        this.page = page;
        this.pageId = pageId(page);
        this.catalog = List.copyOf(catalog);
        this.components = new ComponentRendering(pageId, this.catalog, List.copyOf(open));
        String url = page == null ? null : page.url();
        this.stories = new StoryRendering(pageId, address == null ? url : address, components);
    }

    /** What the page says of itself. */
    public StatuspagePage page(@Nullable Instant updatedAt) {
        return new StatuspagePage(
                pageId,
                page == null ? pageId : page.name(),
                page == null ? null : page.url(),
                page == null ? "Etc/UTC" : page.timeZone(),
                updatedAt);
    }

    /** The components on the page, in their order. */
    public List<StatuspageComponent> components() {
        return catalog.stream()
                .filter(component -> component.retired() == null)
                .map(component -> components.component(component.id()))
                .sorted(Comparator.comparingInt(StatuspageComponent::position)
                        .thenComparing(StatuspageComponent::name)
                        .thenComparing(StatuspageComponent::id))
                .toList();
    }

    /** A story that the public may see. */
    public StatuspageIncident story(PublicStory story) {
        return stories.of(story);
    }

    /** A record as JSON in the manner of the API. */
    public static String json(Record answer) {
        return StatuspageJson.write(answer);
    }

    static String pageId(@Nullable Page page) {
        String source = page == null ? null : SourcePage.pageOf(page.external());
        return source == null ? "incident-ledger" : source;
    }
}
