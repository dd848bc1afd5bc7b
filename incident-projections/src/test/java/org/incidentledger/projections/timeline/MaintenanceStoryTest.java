package org.incidentledger.projections.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.incidentledger.projections.replay.Happened.scheduled;
import static org.incidentledger.projections.replay.Happened.window;
import static org.incidentledger.projections.replay.RecordedHistory.instant;
import static org.incidentledger.projections.replay.RecordedHistory.recordedAt;

import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.maintenance.MaintenanceStatus;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.projections.replay.RecordedHistory;
import org.incidentledger.projections.replay.Stamp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaintenanceStoryTest {
    private final RecordedHistory history = new RecordedHistory();

    @BeforeEach
    void schedule() {
        history.at("08:00").maintenance("m", scheduled("m", "20:00", "22:00", "node-1", "node-2"));
    }

    @Test
    void it_is_public_from_its_announcement_on() {
        PublicStory story = story();
        assertThat(story.shown()).isTrue();
        assertThat(story.what()).isEqualTo(StoryType.MAINTENANCE);
        assertThat(story.status()).isEqualTo(StoryStatus.SCHEDULED);
        assertThat(story.window()).isEqualTo(window("20:00", "22:00"));
        assertThat(story.milestones()).isEqualTo(Milestones.reported(instant("08:00"), null));
        assertThat(story.components())
                .extracting(AffectedComponent::component, AffectedComponent::status)
                .containsExactly(
                        tuple("node-1", ComponentStatus.UNDER_MAINTENANCE),
                        tuple("node-2", ComponentStatus.UNDER_MAINTENANCE));
    }

    @Test
    void it_goes_from_start_over_checking_to_completion() {
        history.at("20:01").maintenance("m", new MaintenanceEvent.MaintenanceStarted());
        assertThat(story().status()).isEqualTo(StoryStatus.IN_PROGRESS);
        history.at("21:00").maintenance("m", new MaintenanceEvent.MaintenanceVerifying());
        assertThat(story().status()).isEqualTo(StoryStatus.VERIFYING);
        assertThat(story().open()).isTrue();
        history.at("21:30").maintenance("m", new MaintenanceEvent.MaintenanceCompleted("all disks are new"));
        assertThat(story().status()).isEqualTo(StoryStatus.COMPLETED);
        assertThat(story().milestones())
                .isEqualTo(
                        new Milestones(instant("08:00"), instant("20:01"), null, instant("21:00"), instant("21:30")));
        assertThat(story().open()).isFalse();
    }

    @Test
    void a_cancelled_one_is_over() {
        history.at("19:00").maintenance("m", new MaintenanceEvent.MaintenanceCancelled("no disks"));
        assertThat(story().status()).isEqualTo(StoryStatus.CANCELLED);
        assertThat(story().milestones().endedAt()).isEqualTo(instant("19:00"));
    }

    @Test
    void a_moved_window_stays_on_the_page_with_the_reason() {
        history.at("09:00")
                .maintenance(
                        "m",
                        new MaintenanceEvent.MaintenanceRescheduled(
                                window("20:00", "22:00"), window("21:00", "23:00"), "late parcel"));
        assertThat(story().window()).isEqualTo(window("21:00", "23:00"));
        assertThat(story().earlierWindows())
                .containsExactly(new WindowChange(
                        window("20:00", "22:00"),
                        window("21:00", "23:00"),
                        "late parcel",
                        new Stamp(instant("09:00"), recordedAt(1), 1)));
    }

    @Test
    void updates_titles_corrections_and_retractions_read_as_those_of_incidents() {
        history.at("09:00").maintenance("m", posted(MaintenanceStatus.SCHEDULED));
        history.maintenance(
                "m",
                new MaintenanceEvent.MaintenanceUpdateCorrected(new UpdateId("u"), "text", "better", "typo"),
                new MaintenanceEvent.MaintenanceUpdateRetracted(new UpdateId("u"), "wrong"),
                new MaintenanceEvent.MaintenanceTitleCorrected("New disks", "New SSDs", "exact"));
        StoryUpdate update = story().updates().getFirst();
        assertThat(update.text()).isEqualTo("better");
        assertThat(update.corrections()).extracting(TextChange::from).containsExactly("text");
        assertThat(update.retraction()).extracting(Retraction::reason).isEqualTo("wrong");
        assertThat(story().title()).isEqualTo("New SSDs");
        assertThat(story().earlierTitles()).extracting(TitleChange::from).containsExactly("New disks");
        assertThat(story().status()).isEqualTo(StoryStatus.SCHEDULED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNSCHEDULED")
    void an_update_shows_the_status_it_was_posted_with(MaintenanceStatus status) {
        history.maintenance("m", posted(status));
        assertThat(story().updates().getFirst().status().name()).isEqualTo(status.name());
    }

    private PublicStory story() {
        return history.fold(new TimelineProjection()).get("maintenance/m").orElseThrow();
    }

    private static MaintenanceEvent.MaintenanceUpdatePosted posted(MaintenanceStatus status) {
        return new MaintenanceEvent.MaintenanceUpdatePosted(new UpdateId("u"), status, "text", null, null);
    }
}
