package org.incidentledger.projections.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.incidentledger.projections.replay.Happened.posted;
import static org.incidentledger.projections.replay.Happened.reported;
import static org.incidentledger.projections.replay.Happened.resolved;
import static org.incidentledger.projections.replay.Happened.scheduled;
import static org.incidentledger.projections.replay.Happened.startedAt;

import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.projections.postmortem.PostMortemProjection;
import org.incidentledger.projections.replay.RecordedHistory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PublicTimelineTest {
    private final RecordedHistory history = new RecordedHistory();

    @Test
    void stories_are_ordered_by_their_begin_the_newest_first() {
        history.at("12:00").incident("early", startedAt("07:00", "early"), update());
        history.at("09:00").incident("late", reported("late"), update());
        history.at("08:00").maintenance("between", scheduled("between", "20:00", "21:00"));
        assertThat(timeline().newestFirst()).extracting(PublicStory::id).containsExactly("late", "between", "early");
    }

    @Test
    void of_two_that_began_at_the_same_instant_the_later_recorded_is_newer() {
        history.at("09:00").incident("one", reported("one")).incident("two", reported("two"), update());
        history.incident("one", update());
        assertThat(timeline().newestFirst()).extracting(PublicStory::id).containsExactly("two", "one");
    }

    @Test
    void an_incident_without_an_update_is_not_given_out() {
        history.incident("secret", reported("secret"));
        assertThat(timeline().newestFirst()).isEmpty();
        assertThat(timeline().of("incident/secret")).isEmpty();
        history.incident("secret", update());
        assertThat(timeline().of("incident/secret")).isPresent();
    }

    @Nested
    class Post_mortems {
        @Test
        void are_given_out_with_their_texts_once_published() {
            history.incident("a", reported("a"), update(), resolved(), written(1), written(2), published(2));
            history.incident("a", written(3));
            PublicStory story = timeline().of("incident/a").orElseThrow();
            assertThat(timeline().postMortems(story))
                    .extracting(PublishedPostMortem::revision, PublishedPostMortem::body)
                    .containsExactly(tuple(2, "body 2"));
        }

        @Test
        void stay_when_a_later_revision_is_published() {
            history.incident("a", reported("a"), update(), resolved(), written(1), published(1));
            history.incident("a", written(2), published(2));
            PublicStory story = timeline().of("incident/a").orElseThrow();
            assertThat(timeline().postMortems(story))
                    .extracting(PublishedPostMortem::body)
                    .containsExactly("body 1", "body 2");
        }

        @Test
        void make_an_incident_public_of_which_nothing_else_was_said() {
            history.incident("a", reported("a"), resolved(), written(1));
            assertThat(timeline().of("incident/a")).isEmpty();
            history.incident("a", published(1));
            PublicStory story = timeline().of("incident/a").orElseThrow();
            assertThat(timeline().postMortems(story))
                    .extracting(PublishedPostMortem::body)
                    .containsExactly("body 1");
        }
    }

    private PublicTimeline timeline() {
        return new PublicTimeline(history.fold(new TimelineProjection()), history.fold(new PostMortemProjection()));
    }

    private static IncidentEvent update() {
        return posted("u1", PublicStatus.INVESTIGATING, "We look into it.");
    }

    private static IncidentEvent written(int revision) {
        return new PostMortemEvent.PostMortemRevised(
                revision, new ActorRef("staff/bob"), "Why", "body " + revision, "more");
    }

    private static IncidentEvent published(int revision) {
        return new PostMortemEvent.PostMortemPublished(revision);
    }
}
