package org.incidentledger.projections.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.projections.replay.Happened.assessed;
import static org.incidentledger.projections.replay.Happened.displayed;
import static org.incidentledger.projections.replay.Happened.drill;
import static org.incidentledger.projections.replay.Happened.posted;
import static org.incidentledger.projections.replay.Happened.reopened;
import static org.incidentledger.projections.replay.Happened.reported;
import static org.incidentledger.projections.replay.Happened.resolved;
import static org.incidentledger.projections.replay.Happened.startedAt;
import static org.incidentledger.projections.replay.RecordedHistory.instant;
import static org.incidentledger.projections.replay.RecordedHistory.recordedAt;

import java.util.List;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.ContainmentEvent;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationEvent;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.projections.replay.RecordedHistory;
import org.incidentledger.projections.replay.Stamp;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IncidentStoryTest {
    private final RecordedHistory history = new RecordedHistory();

    @Test
    void an_incident_is_shown_once_an_update_was_posted() {
        history.at("10:00").incident("a", reported("a", "web major-outage"));
        assertThat(story().shown()).isFalse();
        history.at("10:05").incident("a", posted("u1", PublicStatus.INVESTIGATING, "We look into it."));
        assertThat(story().shown()).isTrue();
    }

    @Test
    void a_report_gives_the_plain_facts() {
        history.at("10:00").incident("a", startedAt("09:30", "a", "web major-outage", "db partial-outage"));
        PublicStory story = story();
        assertThat(story.stream()).isEqualTo("incident/a");
        assertThat(story.what()).isEqualTo(StoryType.INCIDENT);
        assertThat(story.id()).isEqualTo("a");
        assertThat(story.title()).isEqualTo("Outage");
        assertThat(story.kind()).isEqualTo(IncidentKind.AVAILABILITY);
        assertThat(story.impact()).isEqualTo(Severity.MINOR);
        assertThat(story.status()).isNull();
        assertThat(story.milestones()).isEqualTo(Milestones.reported(instant("10:00"), instant("09:30")));
        assertThat(story.components())
                .containsExactly(
                        new AffectedComponent("web", ComponentStatus.MAJOR_OUTAGE, ComponentStatus.MAJOR_OUTAGE),
                        new AffectedComponent("db", ComponentStatus.PARTIAL_OUTAGE, ComponentStatus.PARTIAL_OUTAGE));
        assertThat(story.open()).isTrue();
    }

    @Test
    void updates_keep_both_their_instants_and_the_order_of_the_ledger() {
        history.at("10:00").incident("a", reported("a"));
        history.at("10:10").incident("a", posted("u2", PublicStatus.IDENTIFIED, "Found it."));
        history.at("10:05").incident("a", posted("u1", PublicStatus.INVESTIGATING, "We look into it."));
        assertThat(story().updates()).extracting(StoryUpdate::id).containsExactly("u2", "u1");
        assertThat(story().updates().getFirst().posted()).isEqualTo(new Stamp(instant("10:10"), recordedAt(1), 1));
        assertThat(PublicTimeline.updatesNewestFirst(story()))
                .extracting(StoryUpdate::id)
                .containsExactly("u2", "u1");
    }

    @Test
    void a_correction_shows_both_texts_and_why() {
        public_incident();
        history.at("11:00")
                .incident(
                        "a",
                        new PublicationEvent.PublicUpdateCorrected(
                                new UpdateId("u1"), "We look into it.", "We are looking into it.", "grammar"));
        StoryUpdate update = story().updates().getFirst();
        assertThat(update.text()).isEqualTo("We are looking into it.");
        assertThat(update.corrections())
                .containsExactly(new TextChange(
                        "We look into it.",
                        "We are looking into it.",
                        "grammar",
                        new Stamp(instant("11:00"), recordedAt(2), 2)));
        assertThat(story().lastPosition()).isEqualTo(2);
    }

    @Test
    void a_retracted_update_stays_with_its_text() {
        public_incident();
        history.at("11:00").incident("a", retract("u1"));
        StoryUpdate update = story().updates().getFirst();
        assertThat(update.standing()).isFalse();
        assertThat(update.text()).isEqualTo("We look into it.");
        assertThat(update.retraction())
                .isEqualTo(new Retraction("wrong page", new Stamp(instant("11:00"), recordedAt(2), 2)));
        assertThat(story().shown()).isTrue();
    }

    @Test
    void resolving_ends_it_and_reopening_takes_that_back() {
        public_incident();
        history.at("12:00").incident("a", resolved());
        assertThat(story().milestones().endedAt()).isEqualTo(instant("12:00"));
        assertThat(story().open()).isFalse();
        history.at("12:30").incident("a", reopened());
        assertThat(story().milestones().endedAt()).isNull();
        assertThat(story().open()).isTrue();
    }

    @Test
    void an_assessment_changes_impact_and_components_and_remembers_the_worst() {
        history.incident("a", reported("a", "web partial-outage"), assessed(Severity.MINOR, Severity.CRITICAL));
        history.incident("a", assessed("web partial-outage major-outage", "db operational degraded-performance"));
        history.incident("a", posted("u1", PublicStatus.RESOLVED, "Over.", "web major-outage operational"));
        assertThat(story().impact()).isEqualTo(Severity.CRITICAL);
        assertThat(story().components())
                .containsExactly(
                        new AffectedComponent("web", ComponentStatus.OPERATIONAL, ComponentStatus.MAJOR_OUTAGE),
                        new AffectedComponent(
                                "db", ComponentStatus.DEGRADED_PERFORMANCE, ComponentStatus.DEGRADED_PERFORMANCE));
        assertThat(story().updates().getFirst().components())
                .containsExactly(new ComponentStep("web", ComponentStatus.MAJOR_OUTAGE, ComponentStatus.OPERATIONAL));
    }

    @Test
    void a_rejected_or_merged_incident_says_so_without_the_internal_reason() {
        public_incident();
        history.at("11:00")
                .incident("a", retract("u1"), new LifecycleEvent.IncidentMerged(new IncidentId("b"), "insider"));
        assertThat(story().dismissal()).isEqualTo(new Dismissal("b", new Stamp(instant("11:00"), recordedAt(3), 3)));
        assertThat(story().open()).isFalse();
        assertThat(story().toString()).doesNotContain("insider");
    }

    @Test
    void published_revisions_are_named_in_order_without_their_texts() {
        public_incident();
        history.incident("a", resolved(), written(1, "draft"), written(2, "final"))
                .at("13:00")
                .incident("a", new PostMortemEvent.PostMortemPublished(2));
        assertThat(story().postMortems())
                .containsExactly(new PublishedRevision(2, new Stamp(instant("13:00"), recordedAt(5), 5)));
        assertThat(story().toString()).doesNotContain("draft").doesNotContain("final");
    }

    @Nested
    class Status_on_top_of_the_page {
        @Test
        void is_that_of_the_update_displayed_latest() {
            history.at("10:00").incident("a", reported("a"));
            history.at("11:00")
                    .incident(
                            "a",
                            displayed("10:50", "u2", PublicStatus.MONITORING),
                            displayed("10:10", "u1", PublicStatus.IDENTIFIED));
            assertThat(story().status()).isEqualTo(StoryStatus.MONITORING);
        }

        @Test
        void is_that_of_the_later_position_when_two_are_displayed_at_the_same_instant() {
            history.at("10:00").incident("a", reported("a"));
            history.incident("a", posted("u1", PublicStatus.MONITORING, "x"), posted("u2", PublicStatus.RESOLVED, "y"));
            assertThat(story().status()).isEqualTo(StoryStatus.RESOLVED);
        }

        @Test
        void falls_back_to_the_standing_update_before_when_one_is_retracted() {
            public_incident();
            history.at("10:30").incident("a", posted("u2", PublicStatus.MONITORING, "Fixed?"));
            assertThat(story().milestones().monitoringAt()).isEqualTo(instant("10:30"));
            history.incident("a", retract("u2"));
            assertThat(story().status()).isEqualTo(StoryStatus.INVESTIGATING);
            assertThat(story().milestones().monitoringAt()).isNull();
            history.incident("a", retract("u1"));
            assertThat(story().status()).isNull();
        }

        @Test
        void monitoring_began_with_the_earliest_such_update() {
            history.at("10:00").incident("a", reported("a"));
            history.at("11:00")
                    .incident(
                            "a",
                            displayed("10:50", "u2", PublicStatus.MONITORING),
                            displayed("10:10", "u1", PublicStatus.MONITORING));
            assertThat(story().milestones().monitoringAt()).isEqualTo(instant("10:10"));
        }
    }

    @Nested
    class Titles {
        private final PublicationEvent.TitleCorrected corrected =
                new PublicationEvent.TitleCorrected("Outage", "Outage of web", "clearer");

        @Test
        void a_title_that_was_public_stays_on_the_page() {
            public_incident();
            history.at("11:00").incident("a", corrected);
            assertThat(story().title()).isEqualTo("Outage of web");
            assertThat(story().earlierTitles())
                    .containsExactly(new TitleChange(
                            "Outage", "Outage of web", "clearer", new Stamp(instant("11:00"), recordedAt(2), 2)));
        }

        @Test
        void a_title_that_was_never_public_leaves_no_trace() {
            history.incident("a", reported("a"), corrected, posted("u1", PublicStatus.IDENTIFIED, "text"));
            assertThat(story().title()).isEqualTo("Outage of web");
            assertThat(story().earlierTitles()).isEmpty();
        }
    }

    @Nested
    class Drills {
        @Test
        void have_no_story_whatever_happens_in_them() {
            List<IncidentEvent> later = List.of(
                    new LifecycleEvent.IncidentAcknowledged(),
                    assessed(Severity.MINOR, Severity.CRITICAL),
                    posted("u1", PublicStatus.RESOLVED, "never to be"),
                    new ContainmentEvent.IncidentContained("contained"),
                    resolved(),
                    reopened());
            history.incident("a", drill("a", "web major-outage"));
            later.forEach(event -> history.incident("a", event));
            assertThat(history.fold(new TimelineProjection()).all()).isEmpty();
        }
    }

    private void public_incident() {
        history.at("10:00").incident("a", reported("a"));
        history.at("10:05").incident("a", posted("u1", PublicStatus.INVESTIGATING, "We look into it."));
    }

    private PublicStory story() {
        return history.fold(new TimelineProjection()).get("incident/a").orElseThrow();
    }

    private static PublicationEvent.PublicUpdateRetracted retract(String update) {
        return new PublicationEvent.PublicUpdateRetracted(new UpdateId(update), "wrong page");
    }

    private static PostMortemEvent.PostMortemRevised written(int revision, String body) {
        return new PostMortemEvent.PostMortemRevised(revision, new ActorRef("staff/bob"), "Why", body, "all");
    }
}
