package org.incidentledger.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.core.incident.Incidents.ADA;
import static org.incidentledger.core.incident.Incidents.BOB;
import static org.incidentledger.core.incident.Incidents.CLEO;
import static org.incidentledger.core.incident.Incidents.ID;
import static org.incidentledger.core.incident.Incidents.REPORTED;
import static org.incidentledger.core.incident.Incidents.RESOLVED;
import static org.incidentledger.core.incident.Incidents.WAIVED;
import static org.incidentledger.core.incident.Incidents.given;
import static org.incidentledger.core.incident.Incidents.revised;
import static org.incidentledger.core.incident.Incidents.under;

import java.util.Set;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Rule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PostMortemTest {
    private static final Limits TIGHT = new Limits(5, 6, 7, 8, 9, 2, 2, 3, 9);
    private static final IncidentEvent REVISED = revised(1, ADA);
    private static final IncidentEvent BY_BOB = new PostMortemEvent.PostMortemApproved(1, BOB);

    @Nested
    class Revising {
        @Test
        void counts_from_one_and_names_the_author() {
            given(REPORTED)
                    .when(revise(0, "What happened", "# Leak", "drafted"))
                    .then(REVISED)
                    .by(BOB)
                    .when(revise(1, "What happened", "# Leak", "drafted"))
                    .then(revised(2, BOB));
        }

        @Test
        void begins_from_the_latest_revision() {
            given(REPORTED)
                    .when(revise(1, "a", "b", "c"))
                    .thenRefused(Rule.STALE_REVISION, "based on 1, the latest is 0");
            given(REPORTED, REVISED)
                    .when(revise(0, "a", "b", "c"))
                    .thenRefused(Rule.STALE_REVISION, "based on 0, the latest is 1");
        }

        @Test
        void needs_texts_within_the_limits() {
            given(REPORTED).when(revise(0, "", "b", "c")).thenRefused(Rule.TEXT_EMPTY, "title of the post-mortem");
            given(REPORTED).when(revise(0, "a", "", "c")).thenRefused(Rule.TEXT_EMPTY, "the post-mortem is empty");
            given(REPORTED).when(revise(0, "a", "b", "")).thenRefused(Rule.TEXT_EMPTY, "account of what changed");
            under(TIGHT, REPORTED)
                    .when(revise(0, "12345", "123456789", "123456"))
                    .thenAccepted();
            under(TIGHT, REPORTED).when(revise(0, "123456", "b", "c")).thenRefused(Rule.TEXT_TOO_LONG, "limit is 5");
            under(TIGHT, REPORTED)
                    .when(revise(0, "a", "1234567890", "c"))
                    .thenRefused(Rule.TEXT_TOO_LONG, "limit is 9");
            under(TIGHT, REPORTED).when(revise(0, "a", "b", "1234567")).thenRefused(Rule.TEXT_TOO_LONG, "limit is 6");
        }

        @Test
        void forgets_approvals_but_not_what_was_published() {
            PostMortem after = given(
                            REPORTED,
                            RESOLVED,
                            REVISED,
                            BY_BOB,
                            new PostMortemEvent.PostMortemPublished(1),
                            revised(2, CLEO))
                    .state()
                    .postMortem();

            assertThat(after).isEqualTo(new PostMortem(2, CLEO, Set.of(), 1));
        }
    }

    @Nested
    class Approving {
        @Test
        void names_the_approver() {
            assertThat(given(REPORTED, REVISED)
                            .by(BOB)
                            .when(approve(1))
                            .then(BY_BOB)
                            .state()
                            .postMortem()
                            .approvedBy())
                    .containsExactly(BOB);
        }

        @Test
        void is_for_the_latest_revision() {
            given(REPORTED)
                    .when(approve(0))
                    .thenRefused(Rule.STALE_REVISION, "revision 0 cannot be approved, the latest is 0");
            given(REPORTED, REVISED)
                    .by(BOB)
                    .when(approve(2))
                    .thenRefused(Rule.STALE_REVISION, "revision 2", "latest is 1");
            given(REPORTED, REVISED, revised(2, ADA)).by(BOB).when(approve(1)).thenRefused(Rule.STALE_REVISION);
        }

        @Test
        void is_for_others_than_the_author_once_each() {
            given(REPORTED, REVISED)
                    .by(ADA)
                    .when(approve(1))
                    .thenRefused(Rule.OWN_APPROVAL, "staff/ada wrote revision 1");
            given(REPORTED, REVISED, BY_BOB)
                    .by(BOB)
                    .when(approve(1))
                    .thenRefused(Rule.ALREADY_APPROVED, "staff/bob has approved revision 1");
            given(REPORTED, REVISED, BY_BOB).by(CLEO).when(approve(1)).thenAccepted();
        }

        @Test
        void is_for_the_approvers_of_the_policy() {
            IncidentPolicy policy = IncidentPolicy.DEFAULT.withApprovals(1, Set.of(BOB));

            under(policy, REPORTED, REVISED)
                    .by(CLEO)
                    .when(approve(1))
                    .thenRefused(Rule.NOT_AN_APPROVER, "staff/cleo is not among the 1 approvers");
            under(policy, REPORTED, REVISED).by(BOB).when(approve(1)).then(BY_BOB);
        }
    }

    @Nested
    class Publishing {
        @Test
        void closes_the_incident() {
            Incident state = given(REPORTED, RESOLVED, REVISED, BY_BOB)
                    .when(publish())
                    .then(new PostMortemEvent.PostMortemPublished(1))
                    .state();

            assertThat(state.phase()).isEqualTo(Phase.CLOSED);
            assertThat(state.postMortem().published()).isEqualTo(1);
        }

        @Test
        void needs_as_many_approvals_as_the_policy_asks_for() {
            IncidentPolicy two = IncidentPolicy.DEFAULT.withApprovals(2, Set.of());
            IncidentPolicy none = IncidentPolicy.DEFAULT.withApprovals(0, Set.of());

            given(REPORTED, RESOLVED)
                    .when(publish())
                    .thenRefused(Rule.NO_APPROVED_REVISION, "revision 0 has 0 of the 1 approvals");
            given(REPORTED, RESOLVED, REVISED)
                    .when(publish())
                    .thenRefused(Rule.NO_APPROVED_REVISION, "revision 1 has 0 of the 1 approvals");
            under(two, REPORTED, RESOLVED, REVISED, BY_BOB)
                    .when(publish())
                    .thenRefused(Rule.NO_APPROVED_REVISION, "1 of the 2");
            under(none, REPORTED, RESOLVED, REVISED).when(publish()).thenAccepted();
            under(none, REPORTED, RESOLVED).when(publish()).thenRefused(Rule.NO_APPROVED_REVISION);
        }

        @Test
        void needs_something_new() {
            var published = given(REPORTED, RESOLVED, REVISED, BY_BOB, new PostMortemEvent.PostMortemPublished(1));

            published.when(publish()).thenRefused(Rule.NOTHING_NEW_TO_PUBLISH, "revision 1 is already public");
            published
                    .and(revised(2, ADA), new PostMortemEvent.PostMortemApproved(2, BOB))
                    .when(publish())
                    .then(new PostMortemEvent.PostMortemPublished(2));
        }
    }

    @Nested
    class Waiving {
        @Test
        void closes_the_incident_with_a_reason() {
            assertThat(given(REPORTED, RESOLVED)
                            .when(waive("too small"))
                            .then(WAIVED)
                            .state()
                            .phase())
                    .isEqualTo(Phase.CLOSED);
            given(REPORTED, RESOLVED).when(waive("")).thenRefused(Rule.TEXT_EMPTY, "reason for the waiver");
            under(TIGHT, REPORTED, RESOLVED).when(waive("1234567")).thenRefused(Rule.TEXT_TOO_LONG, "limit is 6");
            given(REPORTED, RESOLVED, WAIVED)
                    .when(waive("again"))
                    .thenRefused(Rule.INCIDENT_CLOSED, "2026-1 is closed");
        }
    }

    private static IncidentCommand revise(int basedOn, String title, String body, String change) {
        return new PostMortemCommand.RevisePostMortem(ID, basedOn, title, body, change);
    }

    private static IncidentCommand approve(int revision) {
        return new PostMortemCommand.ApprovePostMortem(ID, revision);
    }

    private static IncidentCommand publish() {
        return new PostMortemCommand.PublishPostMortem(ID);
    }

    private static IncidentCommand waive(String reason) {
        return new PostMortemCommand.WaivePostMortem(ID, reason);
    }
}
