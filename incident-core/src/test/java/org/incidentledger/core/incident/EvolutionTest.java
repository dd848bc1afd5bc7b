package org.incidentledger.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.incidentledger.core.incident.Incidents.A1;
import static org.incidentledger.core.incident.Incidents.ACKNOWLEDGED;
import static org.incidentledger.core.incident.Incidents.ADA;
import static org.incidentledger.core.incident.Incidents.BOB;
import static org.incidentledger.core.incident.Incidents.CLEO;
import static org.incidentledger.core.incident.Incidents.CLIENT;
import static org.incidentledger.core.incident.Incidents.CLOSED_DB;
import static org.incidentledger.core.incident.Incidents.CONTAINED;
import static org.incidentledger.core.incident.Incidents.DB;
import static org.incidentledger.core.incident.Incidents.ID;
import static org.incidentledger.core.incident.Incidents.MERGED;
import static org.incidentledger.core.incident.Incidents.N1;
import static org.incidentledger.core.incident.Incidents.NOTE;
import static org.incidentledger.core.incident.Incidents.PANEL;
import static org.incidentledger.core.incident.Incidents.POSTED;
import static org.incidentledger.core.incident.Incidents.REJECTED;
import static org.incidentledger.core.incident.Incidents.REPORTED;
import static org.incidentledger.core.incident.Incidents.RESOLVED;
import static org.incidentledger.core.incident.Incidents.STAGE;
import static org.incidentledger.core.incident.Incidents.U1;
import static org.incidentledger.core.incident.Incidents.U2;
import static org.incidentledger.core.incident.Incidents.WAIVED;
import static org.incidentledger.core.incident.Incidents.WEB;
import static org.incidentledger.core.incident.Incidents.given;
import static org.incidentledger.core.incident.Incidents.reported;
import static org.incidentledger.core.incident.Incidents.revised;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.decision.Given;
import org.incidentledger.core.decision.ImpossibleEventException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Events that no decider could have emitted after a history: folding them must stop. */
class EvolutionTest {
    private static final IncidentEvent REOPENED = new LifecycleEvent.IncidentReopened("it is back");
    private static final IncidentEvent LOST = new ContainmentEvent.ContainmentLost("a new session");
    private static final IncidentEvent RETRACTED = new PublicationEvent.PublicUpdateRetracted(U1, "wrong");
    private static final IncidentEvent CORRECTED =
            new PublicationEvent.PublicUpdateCorrected(U1, "We look into it.", "Done.", "shorter");
    private static final IncidentEvent BY_BOB = new PostMortemEvent.PostMortemApproved(1, BOB);
    private static final IncidentEvent PUBLISHED = new PostMortemEvent.PostMortemPublished(1);
    private static final IncidentEvent REQUESTED =
            new NotificationEvent.NotificationRequested(N1, Audience.STAFF, List.of(Channel.MAIL), "News", "Read.");
    private static final IncidentEvent PROGRESSED =
            new NotificationEvent.NotificationProgressed(N1, Channel.MAIL, 1, 0, null);
    private static final IncidentEvent COMPLETED = new NotificationEvent.NotificationCompleted(N1, 1, 0, "sent");
    private static final IncidentEvent OPENED = new ActionItemEvent.ActionItemOpened(A1, "rotate", null, null);
    private static final IncidentEvent DONE = new ActionItemEvent.ActionItemCompleted(A1, "done");
    private static final IncidentEvent DROPPED = new ActionItemEvent.ActionItemDropped(A1, "moot");

    @ParameterizedTest
    @MethodSource
    void an_event_stops_the_fold(String state, IncidentEvent impossible, List<IncidentEvent> history) {
        Incident before = given(history.toArray(IncidentEvent[]::new)).state();

        assertThatExceptionOfType(ImpossibleEventException.class)
                .isThrownBy(() -> before.evolve(impossible))
                .withMessageContaining(impossible.getClass().getSimpleName())
                .withMessageContaining(state);
    }

    static Stream<Arguments> an_event_stops_the_fold() {
        return Stream.of(lifecycle(), publication(), postMortem(), tasks(), obligations(), assessment())
                .flatMap(part -> part);
    }

    private static Stream<Arguments> lifecycle() {
        return Stream.of(
                arguments("the state unreported", ACKNOWLEDGED, List.of()),
                arguments("the state unreported", POSTED, List.of()),
                arguments("the state reported", REPORTED, List.of(REPORTED)),
                arguments("the state resolved", RESOLVED, List.of(REPORTED, RESOLVED)),
                arguments("the state closed", RESOLVED, List.of(REPORTED, RESOLVED, WAIVED)),
                arguments("the state rejected", RESOLVED, List.of(REPORTED, REJECTED)),
                arguments("the state reported", REOPENED, List.of(REPORTED)),
                arguments("the state merged", REOPENED, List.of(REPORTED, MERGED)),
                arguments("the state resolved", REJECTED, List.of(REPORTED, RESOLVED)),
                arguments("the state resolved", MERGED, List.of(REPORTED, RESOLVED)),
                arguments("the state contained", CONTAINED, List.of(REPORTED, CONTAINED)),
                arguments("the state resolved", CONTAINED, List.of(REPORTED, RESOLVED)),
                arguments("the state reported", LOST, List.of(REPORTED)),
                arguments("the state reported", WAIVED, List.of(REPORTED)),
                arguments("the state closed", WAIVED, List.of(REPORTED, RESOLVED, WAIVED)),
                arguments("with db-1 closed", CLOSED_DB, List.of(REPORTED, CLOSED_DB)),
                arguments(
                        "with panel open",
                        new ContainmentEvent.AccessRestored(PANEL, "open"),
                        List.of(REPORTED, CLOSED_DB)),
                arguments("with other access points closed", RESOLVED, List.of(REPORTED, CLOSED_DB)),
                arguments(
                        "with other access points closed",
                        new LifecycleEvent.IncidentResolved("patched", List.of(DB)),
                        List.of(REPORTED)));
    }

    private static Stream<Arguments> publication() {
        return Stream.of(
                arguments("with update u1", POSTED, List.of(REPORTED, POSTED)),
                arguments("without a standing update u1", CORRECTED, List.of(REPORTED)),
                arguments("without a standing update u1", CORRECTED, List.of(REPORTED, POSTED, RETRACTED)),
                arguments("with another text of update u1", CORRECTED, List.of(REPORTED, POSTED, CORRECTED)),
                arguments("without a standing update u1", RETRACTED, List.of(REPORTED)),
                arguments("without a standing update u1", RETRACTED, List.of(REPORTED, POSTED, RETRACTED)),
                arguments(
                        "with another title",
                        new PublicationEvent.TitleCorrected("Leak", "Break-in", "plainer"),
                        List.of(REPORTED)));
    }

    private static Stream<Arguments> postMortem() {
        return Stream.of(
                arguments("with revision 0 the latest", revised(2, ADA), List.of(REPORTED)),
                arguments("with revision 1 the latest", revised(1, ADA), List.of(REPORTED, revised(1, ADA))),
                arguments("with revision 0 the latest", BY_BOB, List.of(REPORTED)),
                arguments("with revision 1 the latest", BY_BOB, List.of(REPORTED, revised(1, BOB))),
                arguments("with revision 1 the latest", BY_BOB, List.of(REPORTED, revised(1, ADA), BY_BOB)),
                arguments("with revision 0 the latest", PUBLISHED, List.of(REPORTED, RESOLVED)),
                arguments("and 1 public", PUBLISHED, List.of(REPORTED, RESOLVED, revised(1, ADA), BY_BOB, PUBLISHED)),
                arguments("the state reported", PUBLISHED, List.of(REPORTED, revised(1, ADA), BY_BOB)));
    }

    private static Stream<Arguments> tasks() {
        return Stream.of(
                arguments("of notification n1", REQUESTED, List.of(REPORTED, REQUESTED)),
                arguments("of notification n1", PROGRESSED, List.of(REPORTED)),
                arguments("of notification n1", PROGRESSED, List.of(REPORTED, REQUESTED, COMPLETED)),
                arguments("of notification n1", COMPLETED, List.of(REPORTED)),
                arguments("of notification n1", COMPLETED, List.of(REPORTED, REQUESTED, COMPLETED)),
                arguments("of action item a1", OPENED, List.of(REPORTED, OPENED)),
                arguments("of action item a1", DONE, List.of(REPORTED)),
                arguments("of action item a1", DROPPED, List.of(REPORTED, OPENED, DONE)));
    }

    private static Stream<Arguments> obligations() {
        return Stream.of(
                arguments(
                        "with stage eu-gdpr-33-1-authority waived",
                        new ObligationEvent.ObligationWaived(STAGE, "none"),
                        List.of(REPORTED, new ObligationEvent.ObligationWaived(STAGE, "none"))),
                arguments(
                        "with another instant of aware",
                        new ObligationEvent.AnchorRecorded(AnchorKind.AWARE, Given.NOW, Given.NOW, null),
                        List.of(REPORTED)),
                arguments(
                        "with other values sealed about client/c1",
                        new RecordEvent.SealedValuesErased(CLIENT, List.of(NOTE.id()), "r", "g"),
                        List.of(REPORTED)),
                arguments(
                        "with other values sealed about client/c1",
                        new RecordEvent.SealedValuesErased(CLIENT, List.of(), "r", "g"),
                        List.of(reported(false, null, NOTE))));
    }

    private static Stream<Arguments> assessment() {
        return Stream.of(
                arguments(
                        "with other values than those it changes from",
                        new AssessmentEvent.RoleAssigned(IncidentRole.SCRIBE, BOB, CLEO),
                        List.of(REPORTED)),
                arguments(
                        "with other values",
                        assessed(new Change<>(Severity.NONE, Severity.MINOR), null),
                        List.of(REPORTED)),
                arguments(
                        "with other values",
                        assessed(null, new Change<>(IncidentKind.ABUSE, IncidentKind.DATA_BREACH)),
                        List.of(REPORTED)),
                arguments(
                        "with other values",
                        new AssessmentEvent.IncidentAssessed(
                                null,
                                null,
                                List.of(new ComponentChange(
                                        WEB, ComponentStatus.MAJOR_OUTAGE, ComponentStatus.OPERATIONAL)),
                                List.of(),
                                List.of(),
                                List.of()),
                        List.of(REPORTED)),
                arguments(
                        "with other values",
                        new AssessmentEvent.IncidentAssessed(
                                null, null, List.of(), List.of(), List.of(), List.of(new FactChange("a", "b", "c"))),
                        List.of(REPORTED)));
    }

    @Nested
    class Whatever_was_folded {
        @Test
        void cannot_be_changed_from_outside() {
            Incident state = given(
                            reported(false, null, NOTE), CLOSED_DB, POSTED, REQUESTED, OPENED, revised(1, ADA), BY_BOB)
                    .state();

            assertUnmodifiable(() -> state.containment().closed().clear());
            assertUnmodifiable(() -> state.publication().updates().byId().clear());
            assertUnmodifiable(() -> state.notifications().completed().clear());
            assertUnmodifiable(() -> state.actionItems().settled().clear());
            assertUnmodifiable(() -> state.postMortem().approvedBy().clear());
            assertUnmodifiable(() -> state.sealedSubjects().values().clear());
            assertUnmodifiable(() -> state.obligations().anchors().clear());
            assertUnmodifiable(() -> state.obligations().waived().clear());
            assertUnmodifiable(() -> state.assessment().facts().clear());
            assertUnmodifiable(() -> state.assessment().clients().clear());
            assertUnmodifiable(() -> state.assessment().roles().clear());
            assertUnmodifiable(() -> state.assessment().components().clear());
        }

        @Test
        void counts_its_events() {
            assertThat(given(REPORTED, ACKNOWLEDGED, POSTED, CORRECTED).state().events())
                    .isEqualTo(4);
            assertThat(given(REPORTED).state().lifecycle().id()).isEqualTo(ID);
            assertThat(given(REPORTED, Incidents.posted(U2, "x")).state().phase())
                    .isEqualTo(Phase.REPORTED);
        }

        private static void assertUnmodifiable(Runnable change) {
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(change::run);
        }
    }

    private static AssessmentEvent assessed(@Nullable Change<Severity> severity, @Nullable Change<IncidentKind> kind) {
        return new AssessmentEvent.IncidentAssessed(severity, kind, List.of(), List.of(), List.of(), List.of());
    }
}
