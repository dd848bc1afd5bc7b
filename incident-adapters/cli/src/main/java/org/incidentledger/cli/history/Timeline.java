package org.incidentledger.cli.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.MomentOptions;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Views;
import org.incidentledger.intake.statuspage.StatuspageExport;
import org.incidentledger.projections.postmortem.PostMortemProjection;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublicTimeline;
import org.incidentledger.projections.timeline.TimelineProjection;
import org.incidentledger.web.page.TimelineFile;
import org.incidentledger.web.site.PublicSite;
import org.incidentledger.web.site.SiteDocuments;
import org.incidentledger.web.site.SiteIndex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "timeline",
        description = {
            "Show what the public was told, newest incident first, with every correction and retraction.",
            "Nothing internal is in it, whatever the format."
        },
        footer = {
            "  incident timeline --incident 2026-11-22-7f3k9q",
            "  incident timeline --format html > timeline.html",
            "  incident timeline --as-of 2026-05-01T10:00:00Z",
            "  incident timeline --format statuspage --at-position 4711 > incidents.json"
        })
final class Timeline extends CliCommand {
    /** How a timeline is written. */
    enum Format {
        TEXT,
        JSON,
        HTML,
        STATUSPAGE
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of: ${COMPLETION-CANDIDATES} (default: text; json with --json).")
    @Nullable
    Format format;

    @Mixin
    StreamOptions stream = new StreamOptions();

    @Option(names = "--limit", paramLabel = "N", description = "Only the newest N (default: all).")
    int limit = Integer.MAX_VALUE;

    @Mixin
    MomentOptions moment = new MomentOptions();

    @Override
    protected int run(Invocation invocation) {
        if (limit < 1) {
            throw Failure.badInput("--limit %d shows nothing; use at least 1".formatted(limit));
        }
        try (IncidentLedger ledger = invocation.openExisting()) {
            stream.requireKnown(ledger);
            Views views = moment.views(invocation, ledger);
            print(invocation, views);
        }
        return ExitCode.DONE;
    }

    private void print(Invocation invocation, Views views) {
        Answers answers = invocation.answers();
        Format wanted = format == null ? (answers.json() ? Format.JSON : Format.TEXT) : format;
        if (wanted == Format.STATUSPAGE) {
            List<PublicStory> stories = stories(timeline(views));
            Predicate<String> shown =
                    id -> stories.stream().anyMatch(story -> id.equals(story.id()) || id.equals(externalId(story)));
            answers.text(StatuspageExport.of(views).only(shown).json());
            return;
        }
        PublicTimeline timeline = timeline(views);
        List<PublicStory> stories = stories(timeline);
        answers.text(
                switch (wanted) {
                    case TEXT -> TimelineText.of(stories, timeline, invocation.times());
                    case JSON -> json(stories, timeline, views).toString();
                    case HTML ->
                        TimelineFile.of(
                                stories,
                                site(views, invocation),
                                invocation.times().zone());
                    case STATUSPAGE -> throw new IllegalStateException("printed above");
                });
    }

    private static PublicSite site(Views views, Invocation invocation) {
        return SiteIndex.load(SiteDocuments.of(views), invocation.now()).site(views.size(), invocation.now());
    }

    private static PublicTimeline timeline(Views views) {
        return new PublicTimeline(views.of(new TimelineProjection()), views.of(new PostMortemProjection()));
    }

    private List<PublicStory> stories(PublicTimeline timeline) {
        String only = stream.name();
        List<PublicStory> shown = only == null
                ? timeline.newestFirst()
                : timeline.of(only).stream().toList();
        return shown.stream().limit(limit).toList();
    }

    private static @Nullable String externalId(PublicStory story) {
        return story.external() == null ? null : story.external().id();
    }

    private static ObjectNode json(List<PublicStory> stories, PublicTimeline timeline, Views views) {
        ObjectNode object = Answers.object().put("entries", views.size());
        ArrayNode list = object.putArray("stories");
        stories.forEach(story -> list.add(StoryJson.of(story, timeline.postMortems(story))));
        return object;
    }
}
