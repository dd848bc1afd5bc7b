package org.incidentledger.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.core.incident.Incidents.A1;
import static org.incidentledger.core.incident.Incidents.ACKNOWLEDGED;
import static org.incidentledger.core.incident.Incidents.BOB;
import static org.incidentledger.core.incident.Incidents.CLEO;
import static org.incidentledger.core.incident.Incidents.CLIENT;
import static org.incidentledger.core.incident.Incidents.CLOSED_DB;
import static org.incidentledger.core.incident.Incidents.CONTAINED;
import static org.incidentledger.core.incident.Incidents.DB;
import static org.incidentledger.core.incident.Incidents.EXERCISE;
import static org.incidentledger.core.incident.Incidents.ID;
import static org.incidentledger.core.incident.Incidents.MERGED;
import static org.incidentledger.core.incident.Incidents.N1;
import static org.incidentledger.core.incident.Incidents.NOTE;
import static org.incidentledger.core.incident.Incidents.OTHER;
import static org.incidentledger.core.incident.Incidents.PANEL;
import static org.incidentledger.core.incident.Incidents.POSTED;
import static org.incidentledger.core.incident.Incidents.REJECTED;
import static org.incidentledger.core.incident.Incidents.REPORTED;
import static org.incidentledger.core.incident.Incidents.STAGE;
import static org.incidentledger.core.incident.Incidents.U1;
import static org.incidentledger.core.incident.Incidents.U2;
import static org.incidentledger.core.incident.Incidents.given;
import static org.incidentledger.core.incident.Incidents.revised;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.incidentledger.core.decision.Given;
import org.incidentledger.core.vocabulary.Words;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every command in every phase: {@code ok}, or the rule that refuses it. */
class PhaseTableTest {
    /** Where a column speaks of an equipped incident, see {@link #history}. */
    private static final String TABLE = """
            command                    | unreported       | reported         | investigating    | contained         | resolved              | closed                 | rejected              | merged                | exercise
            report-incident            | ok               | already-exists   | already-exists   | already-exists    | already-exists        | already-exists         | already-exists        | already-exists        | already-exists
            acknowledge-incident       | incident-unknown | ok               | already-acknowledged | already-acknowledged | already-acknowledged | incident-closed   | incident-rejected     | incident-merged       | already-acknowledged
            resolve-incident           | incident-unknown | ok               | ok               | ok                | incident-not-open     | incident-not-open      | incident-not-open     | incident-not-open     | ok
            reopen-incident            | incident-unknown | incident-not-resolved | incident-not-resolved | incident-not-resolved | ok           | ok                     | incident-not-resolved | incident-not-resolved | incident-not-resolved
            reject-report              | incident-unknown | already-public   | already-public   | already-public    | incident-not-open     | incident-not-open      | incident-not-open     | incident-not-open     | ok
            merge-incident             | incident-unknown | already-public   | already-public   | already-public    | incident-not-open     | incident-not-open      | incident-not-open     | incident-not-open     | ok
            assess-incident            | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | incident-rejected     | incident-merged       | ok
            assign-role                | incident-unknown | ok               | ok               | ok                | ok                    | incident-closed        | incident-rejected     | incident-merged       | ok
            close-access               | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | incident-rejected     | incident-merged       | ok
            restore-access             | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | ok                    | ok                    | ok
            contain-incident           | incident-unknown | ok               | ok               | already-contained | incident-resolved     | incident-resolved      | incident-rejected     | incident-merged       | ok
            report-containment-loss    | incident-unknown | not-contained    | not-contained    | ok                | not-contained         | not-contained          | not-contained         | not-contained         | not-contained
            post-update                | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | incident-rejected     | incident-merged       | exercise-never-public
            correct-update             | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | update-retracted      | update-retracted      | update-unknown
            retract-update             | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | update-retracted      | update-retracted      | update-unknown
            correct-title              | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | ok                    | ok                    | ok
            notify-audience            | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | ok                    | incident-merged       | exercise-never-public
            record-notification-progress | incident-unknown | ok             | ok               | ok                | ok                    | ok                     | ok                    | ok                    | notification-unknown
            complete-notification      | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | ok                    | ok                    | notification-unknown
            record-anchor              | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | ok                    | ok                    | ok
            notify-authority           | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | ok                    | ok                    | exercise-never-public
            waive-obligation           | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | ok                    | ok                    | ok
            revise-post-mortem         | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | incident-rejected     | incident-merged       | ok
            approve-post-mortem        | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | ok                    | ok                    | ok
            publish-post-mortem        | incident-unknown | incident-not-resolved | incident-not-resolved | incident-not-resolved | ok           | nothing-new-to-publish | incident-not-resolved | incident-not-resolved | incident-not-resolved
            waive-post-mortem          | incident-unknown | incident-not-resolved | incident-not-resolved | incident-not-resolved | ok           | incident-closed        | incident-not-resolved | incident-not-resolved | incident-not-resolved
            open-action-item           | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | incident-rejected     | incident-merged       | ok
            complete-action-item       | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | ok                    | ok                    | ok
            drop-action-item           | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | ok                    | ok                    | ok
            record-finding             | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | ok                    | incident-merged       | ok
            correct-record             | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | ok                    | ok                    | ok
            erase-sealed               | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | ok                    | ok                    | ok
            place-hold                 | incident-unknown | ok               | ok               | ok                | ok                    | ok                     | ok                    | ok                    | ok
            lift-hold                  | incident-unknown | not-on-hold      | not-on-hold      | not-on-hold       | not-on-hold           | not-on-hold            | not-on-hold           | not-on-hold           | not-on-hold
            """;

    private static final List<IncidentCommand> COMMANDS = List.of(
            LifecycleCommand.ReportIncident.of(ID, "Intrusion", IncidentKind.SECURITY_EVENT, Severity.MAJOR),
            new LifecycleCommand.AcknowledgeIncident(ID),
            new LifecycleCommand.ResolveIncident(ID, "patched", true),
            new LifecycleCommand.ReopenIncident(ID, "it is back"),
            new LifecycleCommand.RejectReport(ID, "a false alarm"),
            new LifecycleCommand.MergeIncident(ID, OTHER, "the same leak", List.of(OTHER)),
            AssessmentCommand.AssessIncident.severity(ID, Severity.CRITICAL),
            new AssessmentCommand.AssignRole(ID, IncidentRole.COMMANDER, BOB),
            new ContainmentCommand.CloseAccess(ID, PANEL, "locked", true),
            new ContainmentCommand.RestoreAccess(ID, DB, "new keys"),
            new ContainmentCommand.ContainIncident(ID, "all sessions ended"),
            new ContainmentCommand.ReportContainmentLoss(ID, "a new session"),
            PublicationCommand.PostUpdate.of(ID, U2, PublicStatus.MONITORING, "We watch it."),
            new PublicationCommand.CorrectUpdate(ID, U1, "We looked into it.", "grammar"),
            new PublicationCommand.RetractUpdate(ID, U1, "the wrong incident"),
            new PublicationCommand.CorrectTitle(ID, "Break-in", "plainer"),
            new NotificationCommand.NotifyAudience(
                    ID, new NotificationId("n2"), Audience.STAFF, Set.of(Channel.MAIL), "News", "Please read."),
            new NotificationCommand.RecordNotificationProgress(ID, N1, Channel.MAIL, 5, 1, 10L),
            new NotificationCommand.CompleteNotification(ID, N1, 9, 1, "sent"),
            new ObligationCommand.RecordAnchor(ID, AnchorKind.AWARE, Given.NOW, null),
            new ObligationCommand.NotifyAuthority(ID, STAGE, "the authority", null, "first report"),
            new ObligationCommand.WaiveObligation(ID, STAGE, "no personal data"),
            new PostMortemCommand.RevisePostMortem(ID, 1, "What happened", "# Leak, again", "more"),
            new PostMortemCommand.ApprovePostMortem(ID, 1),
            new PostMortemCommand.PublishPostMortem(ID),
            new PostMortemCommand.WaivePostMortem(ID, "too small"),
            new ActionItemCommand.OpenActionItem(ID, new ActionItemId("a2"), "rotate keys", null, null),
            new ActionItemCommand.CompleteActionItem(ID, A1, "done"),
            new ActionItemCommand.DropActionItem(ID, A1, "moot"),
            new RecordCommand.RecordFinding(ID, "a key in a log", List.of(), null),
            new RecordCommand.CorrectRecord(ID, 0, "it was no intrusion"),
            new RecordCommand.EraseSealed(ID, CLIENT, "request 7", "Art. 17 GDPR"),
            new RecordCommand.PlaceHold(ID, "case 12 O 7/26"),
            new RecordCommand.LiftHold(ID, "settled"));

    @TestFactory
    Stream<DynamicTest> every_command_in_every_phase() {
        List<List<String>> rows = rows();
        List<String> phases = rows.get(0);
        Map<String, IncidentCommand> commands =
                COMMANDS.stream().collect(Collectors.toMap(PhaseTableTest::word, command -> command));
        return rows.stream()
                .skip(1)
                .flatMap(row -> phases.stream().skip(1).map(phase -> {
                    IncidentCommand command = Objects.requireNonNull(commands.get(row.get(0)), row.get(0));
                    String expected = row.get(phases.indexOf(phase));
                    return DynamicTest.dynamicTest(
                            "%s when %s: %s".formatted(row.get(0), phase, expected),
                            () -> assertThat(given(history(phase))
                                            .by(CLEO)
                                            .when(command)
                                            .word())
                                    .isEqualTo(expected));
                }));
    }

    @Test
    void the_table_has_every_command_and_every_phase() {
        List<String> phases = Arrays.stream(Phase.values()).map(Words::of).toList();

        assertThat(rows().stream().skip(1).map(row -> row.get(0)))
                .containsExactlyElementsOf(
                        COMMANDS.stream().map(PhaseTableTest::word).toList());
        assertThat(COMMANDS.stream().map(Object::getClass).toList())
                .hasSize((int) leaves(IncidentCommand.class).count())
                .doesNotHaveDuplicates();
        assertThat(rows().get(0).subList(1, phases.size() + 1)).isEqualTo(phases);
    }

    /** An incident in a phase that has one of everything: access, update, notification, item, revision, sealed note. */
    private static IncidentEvent[] history(String phase) {
        if (phase.equals("unreported")) {
            return new IncidentEvent[0];
        }
        boolean exercise = phase.equals("exercise");
        List<IncidentEvent> events = new ArrayList<>(List.of(
                exercise ? EXERCISE : REPORTED,
                CLOSED_DB,
                new RecordEvent.FindingRecorded("who it was", List.of(), NOTE),
                new ActionItemEvent.ActionItemOpened(A1, "rotate keys", null, null),
                revised(1, Incidents.ADA),
                new PostMortemEvent.PostMortemApproved(1, BOB)));
        if (!exercise) {
            events.add(POSTED);
            events.add(new NotificationEvent.NotificationRequested(
                    N1, Audience.SUBSCRIBERS, List.of(Channel.MAIL), "News", "Please read."));
        }
        events.addAll(Objects.requireNonNull(ENDINGS.get(phase), phase));
        return events.toArray(IncidentEvent[]::new);
    }

    private static final IncidentEvent RESOLVED_WITH_ACCESS_CLOSED =
            new LifecycleEvent.IncidentResolved("patched", List.of(DB));
    private static final IncidentEvent RETRACTED = new PublicationEvent.PublicUpdateRetracted(U1, "the wrong incident");
    private static final Map<String, List<IncidentEvent>> ENDINGS = new HashMap<>(Map.of(
            "reported", List.of(),
            "investigating", List.of(ACKNOWLEDGED),
            "contained", List.of(ACKNOWLEDGED, CONTAINED),
            "resolved", List.of(ACKNOWLEDGED, RESOLVED_WITH_ACCESS_CLOSED),
            "closed", List.of(ACKNOWLEDGED, RESOLVED_WITH_ACCESS_CLOSED, new PostMortemEvent.PostMortemPublished(1)),
            "rejected", List.of(RETRACTED, REJECTED),
            "merged", List.of(RETRACTED, MERGED),
            "exercise", List.of(ACKNOWLEDGED)));

    private static List<List<String>> rows() {
        return TABLE.lines()
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
    }

    private static String word(IncidentCommand command) {
        return command.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(PhaseTableTest::leaves)
                : Stream.of(type);
    }
}
