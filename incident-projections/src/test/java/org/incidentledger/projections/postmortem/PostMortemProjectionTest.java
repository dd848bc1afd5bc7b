package org.incidentledger.projections.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.projections.replay.Happened.reported;
import static org.incidentledger.projections.replay.RecordedHistory.instant;
import static org.incidentledger.projections.replay.RecordedHistory.recordedAt;

import java.util.List;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.projections.replay.RecordedHistory;
import org.incidentledger.projections.replay.Stamp;
import org.junit.jupiter.api.Test;

class PostMortemProjectionTest {
    private static final ActorRef BOB = new ActorRef("staff/bob");

    private final RecordedHistory history = new RecordedHistory();

    @Test
    void every_revision_is_kept_with_its_approvals() {
        history.at("10:00")
                .incident(
                        "a",
                        reported("a"),
                        new PostMortemEvent.PostMortemRevised(1, BOB, "Why", "first", "draft"),
                        new PostMortemEvent.PostMortemApproved(1, new ActorRef("staff/eve")),
                        new PostMortemEvent.PostMortemRevised(2, BOB, "Why", "second", "more"),
                        new PostMortemEvent.PostMortemPublished(2));
        assertThat(document())
                .isEqualTo(new PostMortemHistory(
                        "incident/a",
                        List.of(
                                new Revision(
                                        1,
                                        "staff/bob",
                                        "Why",
                                        "first",
                                        "draft",
                                        stamp(1),
                                        List.of(new Revision.Approval("staff/eve", stamp(2)))),
                                new Revision(2, "staff/bob", "Why", "second", "more", stamp(3), List.of())),
                        2,
                        null));
    }

    @Test
    void a_waiver_is_kept_with_its_reason() {
        history.at("10:00").incident("a", reported("a"), new PostMortemEvent.PostMortemWaived("a false alarm"));
        assertThat(document().waiver()).isEqualTo(new PostMortemHistory.Waiver("a false alarm", stamp(1)));
        assertThat(document().published()).isZero();
    }

    @Test
    void other_events_leave_no_document() {
        history.incident("a", reported("a"));
        assertThat(history.fold(new PostMortemProjection()).all()).isEmpty();
    }

    private PostMortemHistory document() {
        return history.fold(new PostMortemProjection()).get("incident/a").orElseThrow();
    }

    private static Stamp stamp(long position) {
        return new Stamp(instant("10:00"), recordedAt(position), position);
    }
}
