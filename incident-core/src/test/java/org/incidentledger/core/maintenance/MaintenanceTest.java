package org.incidentledger.core.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.decision.Given;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceTest {
    private static final Limits TIGHT = new Limits(5, 6, 7, 8, 9, 2, 2, 3, 3);
    private static final MaintenanceId ID = new MaintenanceId("m1");
    static final UpdateId U1 = new UpdateId("u1");
    private static final ComponentId WEB = new ComponentId("web");
    static final Window WINDOW = new Window(Given.NOW.plusSeconds(3_600), Given.NOW.plusSeconds(7_200));
    static final Window LATER = new Window(Given.NOW.plusSeconds(7_200), Given.NOW.plusSeconds(9_000));
    private static final ExternalRef REF = new ExternalRef("statuspage:x", "abc", null);
    static final MaintenanceEvent SCHEDULED =
            new MaintenanceEvent.MaintenanceScheduled(ID, "Disks", List.of(WEB), WINDOW, null);
    static final MaintenanceEvent STARTED = new MaintenanceEvent.MaintenanceStarted();
    static final MaintenanceEvent VERIFYING = new MaintenanceEvent.MaintenanceVerifying();
    static final MaintenanceEvent COMPLETED = new MaintenanceEvent.MaintenanceCompleted("done");
    static final MaintenanceEvent CANCELLED = new MaintenanceEvent.MaintenanceCancelled("no parts");
    static final MaintenanceEvent POSTED =
            new MaintenanceEvent.MaintenanceUpdatePosted(U1, MaintenanceStatus.SCHEDULED, "Tonight.", null, null);
    static final MaintenanceEvent RETRACTED = new MaintenanceEvent.MaintenanceUpdateRetracted(U1, "wrong node");

    private static final Map<String, MaintenanceCommand> COMMANDS = Map.of(
            "schedule", schedule("Disks", List.of(WEB), WINDOW),
            "reschedule", reschedule(LATER, "late"),
            "start", new MaintenanceCommand.StartMaintenance(ID),
            "verify", new MaintenanceCommand.VerifyMaintenance(ID),
            "complete", new MaintenanceCommand.CompleteMaintenance(ID, "done"),
            "cancel", new MaintenanceCommand.CancelMaintenance(ID, "no parts"),
            "post", post("Soon.", null),
            "correct", correct("Today.", "sooner"),
            "retract", new MaintenanceCommand.RetractMaintenanceUpdate(ID, new UpdateId("u0"), "wrong node"),
            "retitle", new MaintenanceCommand.CorrectMaintenanceTitle(ID, "New disks", "clearer"));

    private static final Map<String, List<MaintenanceEvent>> HISTORIES = Map.of(
            "unscheduled", List.of(),
            "scheduled", List.of(SCHEDULED),
            "in-progress", List.of(SCHEDULED, STARTED),
            "verifying", List.of(SCHEDULED, STARTED, VERIFYING),
            "completed", List.of(SCHEDULED, STARTED, COMPLETED),
            "cancelled", List.of(SCHEDULED, CANCELLED));

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            command    | unscheduled         | scheduled               | in-progress             | verifying           | completed         | cancelled
            schedule   | ok                  | already-exists          | already-exists          | already-exists      | already-exists    | already-exists
            reschedule | maintenance-unknown | ok                      | ok                      | ok                  | maintenance-ended | maintenance-ended
            start      | maintenance-unknown | ok                      | maintenance-started     | maintenance-started | maintenance-ended | maintenance-ended
            verify     | maintenance-unknown | maintenance-not-started | ok                      | nothing-changed     | maintenance-ended | maintenance-ended
            complete   | maintenance-unknown | maintenance-not-started | ok                      | ok                  | maintenance-ended | maintenance-ended
            cancel     | maintenance-unknown | ok                      | ok                      | ok                  | maintenance-ended | maintenance-ended
            post       | maintenance-unknown | ok                      | ok                      | ok                  | ok                | ok
            correct    | maintenance-unknown | update-unknown          | update-unknown          | update-unknown      | update-unknown    | update-unknown
            retract    | maintenance-unknown | update-unknown          | update-unknown          | update-unknown      | update-unknown    | update-unknown
            retitle    | maintenance-unknown | ok                      | ok                      | ok                  | ok                | ok
            """)
    void every_command_in_every_status(
            String command,
            String unscheduled,
            String scheduled,
            String inProgress,
            String verifying,
            String completed,
            String cancelled) {
        MaintenanceCommand sent = Objects.requireNonNull(COMMANDS.get(command), command);

        assertThat(Stream.of("unscheduled", "scheduled", "in-progress", "verifying", "completed", "cancelled")
                        .map(status -> given(Objects.requireNonNull(HISTORIES.get(status), status))
                                .when(sent)
                                .word()))
                .containsExactly(unscheduled, scheduled, inProgress, verifying, completed, cancelled);
    }

    @Test
    void the_table_has_every_command() {
        assertThat(COMMANDS.values().stream().map(Object::getClass))
                .containsExactlyInAnyOrder(MaintenanceCommand.class.getPermittedSubclasses());
    }

    @Nested
    class Scheduling {
        @Test
        void keeps_what_was_said_and_each_component_once() {
            given(List.of())
                    .when(new MaintenanceCommand.ScheduleMaintenance(ID, "Disks", List.of(WEB, WEB), WINDOW, REF))
                    .then(new MaintenanceEvent.MaintenanceScheduled(ID, "Disks", List.of(WEB), WINDOW, REF));
        }

        @Test
        void needs_a_title_and_components_within_the_limits() {
            given(List.of()).when(schedule("", List.of(), WINDOW)).thenRefused(Rule.TEXT_EMPTY, "the title is empty");
            under(TIGHT).when(schedule("12345", List.of(WEB, WEB), WINDOW)).thenAccepted();
            under(TIGHT).when(schedule("123456", List.of(), WINDOW)).thenRefused(Rule.TEXT_TOO_LONG, "limit is 5");
            under(TIGHT)
                    .when(schedule("Disks", Collections.nCopies(3, WEB), WINDOW))
                    .thenRefused(Rule.TOO_MANY, "3 components are named, the limit is 2");
        }

        @Test
        void needs_a_window_that_ends_after_it_begins() {
            given(List.of())
                    .when(schedule("Disks", List.of(), new Window(Given.NOW, Given.NOW)))
                    .thenRefused(Rule.ENDS_BEFORE_START, "would end at 2026-03-01T12:00:00Z");
            given(List.of())
                    .when(schedule("Disks", List.of(), new Window(Instant.EPOCH, Given.NOW)))
                    .thenRefused(Rule.BEFORE_EPOCH, "the beginning of the window");
            given(List.of())
                    .when(schedule("Disks", List.of(), new Window(Given.NOW, Instant.MAX)))
                    .thenRefused(Rule.IN_THE_FUTURE, "the end of the window", "9999-12-31");
            assertThat(new Window(Given.NOW.plusNanos(1), Given.NOW.plusNanos(1_001)))
                    .isEqualTo(new Window(Given.NOW, Given.NOW.plusNanos(1_000)));
        }
    }

    @Nested
    class Rescheduling {
        @Test
        void tells_the_old_and_the_new_window() {
            assertThat(given(List.of(SCHEDULED))
                            .when(reschedule(LATER, "late"))
                            .then(new MaintenanceEvent.MaintenanceRescheduled(WINDOW, LATER, "late"))
                            .state()
                            .window())
                    .isEqualTo(LATER);
        }

        @Test
        void needs_another_window_and_a_reason() {
            var scheduled = given(List.of(SCHEDULED));

            scheduled.when(reschedule(WINDOW, "same")).thenRefused(Rule.NOTHING_CHANGED, "m1 already has this window");
            scheduled.when(reschedule(LATER, "")).thenRefused(Rule.TEXT_EMPTY, "the reason is empty");
            scheduled.when(reschedule(new Window(Given.NOW, Given.NOW), "x")).thenRefused(Rule.ENDS_BEFORE_START);
        }
    }

    @Nested
    class Working {
        @Test
        void goes_from_start_to_completion() {
            Maintenance state = given(List.of(SCHEDULED))
                    .when(command("start"))
                    .then(STARTED)
                    .when(command("verify"))
                    .then(VERIFYING)
                    .when(command("complete"))
                    .then(COMPLETED)
                    .state();

            assertThat(state.status()).isEqualTo(MaintenanceStatus.COMPLETED);
            assertThat(state.events()).isEqualTo(4);
            assertThat(given(List.of(SCHEDULED, STARTED))
                            .when(command("cancel"))
                            .then(CANCELLED)
                            .state()
                            .status())
                    .isEqualTo(MaintenanceStatus.CANCELLED);
        }

        @Test
        void needs_words_at_its_end() {
            given(List.of(SCHEDULED, STARTED))
                    .when(new MaintenanceCommand.CompleteMaintenance(ID, ""))
                    .thenRefused(Rule.TEXT_EMPTY, "the outcome is empty");
            given(List.of(SCHEDULED))
                    .when(new MaintenanceCommand.CancelMaintenance(ID, ""))
                    .thenRefused(Rule.TEXT_EMPTY, "the reason is empty");
        }
    }

    @Nested
    class Telling {
        @Test
        void keeps_old_and_new_texts() {
            MaintenanceCommand post = new MaintenanceCommand.PostMaintenanceUpdate(
                    ID, U1, MaintenanceStatus.COMPLETED, "Done.", Given.NOW, REF);

            given(List.of(SCHEDULED))
                    .when(post)
                    .then(new MaintenanceEvent.MaintenanceUpdatePosted(
                            U1, MaintenanceStatus.COMPLETED, "Done.", Given.NOW, REF));
            given(List.of(SCHEDULED, POSTED))
                    .when(correct(U1, "Today."))
                    .then(new MaintenanceEvent.MaintenanceUpdateCorrected(U1, "Tonight.", "Today.", "sooner"));
            given(List.of(SCHEDULED, POSTED))
                    .when(new MaintenanceCommand.RetractMaintenanceUpdate(ID, U1, "wrong node"))
                    .then(RETRACTED)
                    .when(correct(U1, "Today."))
                    .thenRefused(Rule.UPDATE_RETRACTED);
            given(List.of(SCHEDULED))
                    .when(command("retitle"))
                    .then(new MaintenanceEvent.MaintenanceTitleCorrected("Disks", "New disks", "clearer"))
                    .when(command("retitle"))
                    .thenRefused(Rule.SAME_TEXT, "m1 already has this title");
        }

        @Test
        void needs_texts_and_instants_within_the_limits() {
            var scheduled = given(List.of(SCHEDULED));

            scheduled.when(post("", null)).thenRefused(Rule.TEXT_EMPTY, "public text");
            under(TIGHT, SCHEDULED).when(post("12345678", null)).thenRefused(Rule.TEXT_TOO_LONG, "limit is 7");
            scheduled.when(post("x", Given.NOW.plusSeconds(60))).thenAccepted();
            scheduled.when(post("x", Given.NOW.plusSeconds(61))).thenRefused(Rule.IN_THE_FUTURE, "to display");
            scheduled
                    .when(new MaintenanceCommand.CorrectMaintenanceTitle(ID, "", "x"))
                    .thenRefused(Rule.TEXT_EMPTY, "the title");
            scheduled
                    .when(new MaintenanceCommand.CorrectMaintenanceTitle(ID, "x", ""))
                    .thenRefused(Rule.TEXT_EMPTY, "reason of the correction");
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> new MaintenanceCommand.PostMaintenanceUpdate(
                            ID, U1, MaintenanceStatus.UNSCHEDULED, "x", null, null))
                    .withMessage("an update cannot say 'unscheduled'; use another status");
        }
    }

    @Nested
    class Every_command {
        @Test
        void obeys_the_rules_of_all() {
            given(List.of(SCHEDULED))
                    .at(Given.NOW.plusSeconds(61))
                    .when(command("start"))
                    .thenRefused(Rule.IN_THE_FUTURE);
            under(TIGHT, SCHEDULED).because("1234567").when(command("start")).thenRefused(Rule.TEXT_TOO_LONG);
            under(TIGHT, SCHEDULED, STARTED).when(command("verify")).thenAccepted();
            under(TIGHT, SCHEDULED, STARTED, VERIFYING)
                    .when(command("complete"))
                    .thenRefused(Rule.TOO_MANY, "m1 has 3 events, the limit is 3");
        }
    }

    static Given<Maintenance, MaintenanceCommand, MaintenanceEvent> given(List<MaintenanceEvent> history) {
        return under(Limits.DEFAULT, history.toArray(MaintenanceEvent[]::new));
    }

    private static Given<Maintenance, MaintenanceCommand, MaintenanceEvent> under(
            Limits limits, MaintenanceEvent... history) {
        return Given.<Maintenance, MaintenanceCommand, MaintenanceEvent>nothing(
                        Maintenance.UNSCHEDULED, new MaintenanceDecider(limits)::decide, Maintenance::evolve)
                .and(history);
    }

    private static MaintenanceCommand command(String word) {
        return Objects.requireNonNull(COMMANDS.get(word), word);
    }

    private static MaintenanceCommand schedule(String title, List<ComponentId> components, Window window) {
        return new MaintenanceCommand.ScheduleMaintenance(ID, title, components, window, null);
    }

    private static MaintenanceCommand reschedule(Window window, String reason) {
        return new MaintenanceCommand.RescheduleMaintenance(ID, window, reason);
    }

    private static MaintenanceCommand post(String text, @Nullable Instant displayAt) {
        return new MaintenanceCommand.PostMaintenanceUpdate(
                ID, new UpdateId("u2"), MaintenanceStatus.SCHEDULED, text, displayAt, null);
    }

    private static MaintenanceCommand correct(String text, String reason) {
        return new MaintenanceCommand.CorrectMaintenanceUpdate(ID, new UpdateId("u0"), text, reason);
    }

    private static MaintenanceCommand correct(UpdateId update, String text) {
        return new MaintenanceCommand.CorrectMaintenanceUpdate(ID, update, text, "sooner");
    }
}
