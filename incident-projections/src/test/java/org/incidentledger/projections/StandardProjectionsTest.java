package org.incidentledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.projections.postmortem.PostMortemProjection;
import org.incidentledger.projections.replay.FoldedDocuments;
import org.incidentledger.projections.replay.Projection;
import org.incidentledger.projections.replay.RandomHistories;
import org.incidentledger.projections.replay.RecordedHistory;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublicTimeline;
import org.incidentledger.projections.timeline.PublishedRevision;
import org.incidentledger.projections.timeline.TimelineProjection;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every view obeys, whatever happens. */
class StandardProjectionsTest {
    private static final int HISTORIES = 12;
    private static final int EVENTS = 200;

    @Test
    void names_are_distinct_and_fit_for_a_table() {
        List<String> names =
                StandardProjections.all().stream().map(Projection::name).toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z-]{1,40}"));
    }

    static List<Long> seeds() {
        return RandomHistories.seeds(HISTORIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_document_and_the_next_event_are_all_that_a_fold_needs(long seed) {
        List<RecordedEvent> events = RandomHistories.ofSeed(seed, EVENTS).events();
        for (int view = 0; view < StandardProjections.all().size(); view++) {
            FoldedDocuments<?> atOnce = new FoldedDocuments<>(view(view));
            events.forEach(atOnce::fold);
            assertThat(texts(atOnce.all().toList())).isEqualTo(texts(foldedByFreshFolds(view(view), view, events)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_document_is_never_changed_once_it_was_given_out(long seed) {
        List<RecordedEvent> events = RandomHistories.ofSeed(seed, EVENTS).events();
        int half = events.size() / 2;
        for (Projection<?> view : StandardProjections.all()) {
            FoldedDocuments<?> documents = new FoldedDocuments<>(view);
            events.subList(0, half).forEach(documents::fold);
            List<?> given = documents.all().toList();
            List<String> before = texts(given);
            events.subList(half, events.size()).forEach(documents::fold);
            assertThat(texts(given)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_event_names_each_of_its_keys_once(long seed) {
        for (RecordedEvent event : RandomHistories.ofSeed(seed, EVENTS).events()) {
            for (Projection<?> view : StandardProjections.all()) {
                assertThat(view.keys(event)).doesNotHaveDuplicates();
            }
        }
    }

    @Nested
    class The_public {
        /** Every text that the public may ever see, by the event and the field that it came with. */
        private static final Pattern PUBLIC = Pattern.compile("IncidentReported\\.title"
                + "|MaintenanceScheduled\\.title"
                + "|(PublicUpdatePosted|MaintenanceUpdatePosted)\\.text"
                + "|(PublicUpdateCorrected|MaintenanceUpdateCorrected)\\.(from|to|reason)"
                + "|(PublicUpdateRetracted|MaintenanceUpdateRetracted)\\.reason"
                + "|(TitleCorrected|MaintenanceTitleCorrected)\\.(from|to|reason)"
                + "|MaintenanceRescheduled\\.reason"
                + "|IncidentId\\.value"
                + "|MaintenanceId\\.value"
                + "|ExternalRef\\.(source|id|url)");

        private static final Pattern TEXT = Pattern.compile("([A-Z]\\w+\\.\\w+)\\.\\d+");

        @ParameterizedTest
        @MethodSource("org.incidentledger.projections.StandardProjectionsTest#seeds")
        void never_sees_a_text_that_was_not_meant_for_it_in_any_story_at_any_time(long seed) {
            FoldedDocuments<PublicStory> stories = new FoldedDocuments<>(new TimelineProjection());
            Set<String> seen = new TreeSet<>();
            for (RecordedEvent event : RandomHistories.ofSeed(seed, EVENTS).events()) {
                stories.fold(event);
                stories.get(event.stream().toString()).ifPresent(story -> seen.addAll(origins(story.toString())));
            }
            assertThat(seen)
                    .isNotEmpty()
                    .allMatch(origin -> PUBLIC.matcher(origin).matches());
        }

        @ParameterizedTest
        @MethodSource("org.incidentledger.projections.StandardProjectionsTest#seeds")
        void reads_only_post_mortems_that_were_published(long seed) {
            RecordedHistory history = RandomHistories.ofSeed(seed, EVENTS);
            PublicTimeline timeline = new PublicTimeline(
                    history.fold(new TimelineProjection()), history.fold(new PostMortemProjection()));
            for (PublicStory story : timeline.newestFirst()) {
                List<Integer> published = story.postMortems().stream()
                        .map(PublishedRevision::revision)
                        .toList();
                assertThat(timeline.postMortems(story))
                        .allSatisfy(text -> assertThat(published).contains(text.revision()));
            }
        }

        private List<String> origins(String text) {
            return TEXT.matcher(text).results().map(match -> match.group(1)).toList();
        }
    }

    private static Projection<?> view(int number) {
        return StandardProjections.all().get(number);
    }

    private static List<String> texts(Collection<?> documents) {
        return documents.stream().map(Object::toString).toList();
    }

    /** Each event meets a fold that has seen none before. */
    @SuppressWarnings("unchecked")
    private static <D> Collection<D> foldedByFreshFolds(Projection<D> keys, int view, List<RecordedEvent> events) {
        SortedMap<String, D> byKey = new TreeMap<>();
        for (RecordedEvent event : events) {
            for (String key : keys.keys(event)) {
                D after = ((Projection<D>) view(view)).apply(key, byKey.get(key), event);
                if (after == null) {
                    byKey.remove(key);
                } else {
                    byKey.put(key, after);
                }
            }
        }
        return byKey.values();
    }
}
