package org.incidentledger.cli.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.projections.replay.Stamp;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublishedPostMortem;
import org.incidentledger.projections.timeline.Retraction;
import org.incidentledger.projections.timeline.StoryUpdate;
import org.jspecify.annotations.Nullable;

/** A story of the public timeline as machines read it; the names of its members are stable. */
final class StoryJson {
    private StoryJson() {}

    static ObjectNode of(PublicStory story, List<PublishedPostMortem> postMortems) {
        ObjectNode object = Answers.object()
                .put("what", Words.of(story.what()))
                .put("id", story.id())
                .put("title", story.title())
                .put("status", word(story.status()))
                .put("impact", word(story.impact()))
                .put("kind", word(story.kind()))
                .put("reportedAt", story.milestones().reportedAt().toString())
                .put("startedAt", text(story.milestones().startedAt()))
                .put("endedAt", text(story.milestones().endedAt()));
        if (story.window() != null) {
            object.putObject("window")
                    .put("from", story.window().from().toString())
                    .put("until", story.window().until().toString());
        }
        external(object, story.external());
        ArrayNode titles = object.putArray("earlierTitles");
        story.earlierTitles()
                .forEach(change -> stamped(titles.addObject(), change.corrected())
                        .put("from", change.from())
                        .put("to", change.to())
                        .put("reason", change.reason()));
        ArrayNode components = object.putArray("components");
        story.components()
                .forEach(component -> components
                        .addObject()
                        .put("component", component.component())
                        .put("status", Words.of(component.status()))
                        .put("worst", Words.of(component.worst())));
        ArrayNode updates = object.putArray("updates");
        story.updates().forEach(update -> updates.add(update(update)));
        ArrayNode published = object.putArray("postMortems");
        postMortems.forEach(postMortem -> stamped(published.addObject(), postMortem.published())
                .put("revision", postMortem.revision())
                .put("title", postMortem.title())
                .put("body", postMortem.body()));
        return object;
    }

    private static ObjectNode update(StoryUpdate update) {
        ObjectNode object = stamped(Answers.object(), update.posted())
                .put("id", update.id())
                .put("status", Words.of(update.status()))
                .put("displayedAt", update.displayedAt().toString())
                .put("text", update.text());
        external(object, update.external());
        ArrayNode corrections = object.putArray("corrections");
        update.corrections()
                .forEach(change -> stamped(corrections.addObject(), change.corrected())
                        .put("from", change.from())
                        .put("to", change.to())
                        .put("reason", change.reason()));
        Retraction retraction = update.retraction();
        if (retraction != null) {
            stamped(object.putObject("retraction"), retraction.retracted()).put("reason", retraction.reason());
        }
        return object;
    }

    private static ObjectNode stamped(ObjectNode object, Stamp stamp) {
        return object.put("occurredAt", stamp.occurredAt().toString())
                .put("recordedAt", stamp.recordedAt().toString())
                .put("position", stamp.position());
    }

    private static void external(ObjectNode object, @Nullable ExternalRef external) {
        if (external != null) {
            object.putObject("external").put("source", external.source()).put("id", external.id());
        }
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : Words.of(constant);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
