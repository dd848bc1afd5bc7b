package org.incidentledger.intake.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.core.incident.ReportSource;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.LedgerOptions;
import org.incidentledger.embedded.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatuspageExportTest {
    private static final Instant NOW = Instant.parse("2024-04-01T00:00:00Z");
    private static final ActorRef ACTOR = new ActorRef("staff/desk");
    private static final LedgerOptions OPTIONS = LedgerOptions.defaults().withClock(Clock.fixed(NOW, ZoneOffset.UTC));
    private static final IncidentId OWN = new IncidentId("own-1");

    private final IncidentLedger ledger = IncidentLedger.inMemory(OPTIONS);

    @AfterEach
    void close() {
        ledger.close();
    }

    private MirrorReport mirror(SamplePage page) {
        return new StatuspageMirror(ledger, ACTOR, OPTIONS).mirror(page.read(), MirrorProgress.SILENT);
    }

    private StatuspageDocument live() {
        ledger.await(ledger.head().size() - 1, Duration.ofSeconds(30));
        return StatuspageExport.of(ledger.views());
    }

    private static JsonNode tree(StatuspageDocument document) {
        try {
            return new ObjectMapper().readTree(document.json());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void send(IncidentCommand... commands) {
        for (IncidentCommand command : commands) {
            ledger.as(ACTOR).send(command).receipt();
        }
    }

    @Nested
    class Of_a_mirrored_page {
        @Test
        void the_document_comes_back_member_by_member() {
            mirror(SamplePage.load());

            assertThat(tree(live())).isEqualTo(SamplePage.load().tree());
        }

        @Test
        void it_comes_back_as_it_was_at_any_position() {
            long first = mirror(SamplePage.load()).position();
            SamplePage later = SamplePage.load()
                    .with("u3", "body", "The switch was replaced.")
                    .with("iweb", "name", "Sites answered slowly");
            mirror(later);

            assertThat(tree(StatuspageExport.of(ledger.asOf(Moment.position(first)))))
                    .isEqualTo(SamplePage.load().tree());
            assertThat(tree(live())).isEqualTo(later.tree());
        }

        @Test
        void another_ledger_that_mirrors_the_export_gives_the_same() {
            mirror(SamplePage.load());
            StatuspageDocument exported = live();

            try (IncidentLedger other = IncidentLedger.inMemory(OPTIONS)) {
                new StatuspageMirror(other, ACTOR, OPTIONS)
                        .mirror(SamplePage.read(exported.json()), MirrorProgress.SILENT);
                other.await(other.head().size() - 1, Duration.ofSeconds(30));

                assertThat(StatuspageExport.of(other.views())).isEqualTo(exported);
            }
        }

        @Test
        void an_update_that_turned_up_late_is_given_in_its_place() {
            mirror(SamplePage.load().without(new SamplePage.ThingId("u3")));
            mirror(SamplePage.load());

            assertThat(tree(live())).isEqualTo(SamplePage.load().tree());
        }

        @Test
        void one_incident_can_be_had_alone() {
            mirror(SamplePage.load());

            StatuspageDocument one = live().only("iweb"::equals);

            assertThat(one.incidents()).extracting(StatuspageIncident::id).containsExactly("iweb");
            assertThat(one.scheduledMaintenances()).isEmpty();
        }

        @Test
        void a_component_shows_what_is_going_on_now() {
            mirror(SamplePage.load().post("inote", "n3", "investigating", "2024-03-06T09:30:00.000Z"));
            mirror(SamplePage.load()
                    .post("inote", "n3", "investigating", "2024-03-06T09:30:00.000Z")
                    .post("imail", "m2", "resolved", "2024-03-06T10:00:00.000Z"));

            assertThat(live().incidents())
                    .filteredOn(incident -> incident.id().equals("imail"))
                    .flatExtracting(StatuspageIncident::components)
                    .extracting(StatuspageComponent::status)
                    .containsExactly("operational");
        }
    }

    @Nested
    class Of_what_began_here {
        private void report(boolean exercise) {
            send(new LifecycleCommand.ReportIncident(
                    OWN,
                    "Backups fail",
                    IncidentKind.AVAILABILITY,
                    Severity.MINOR,
                    ReportSource.STAFF,
                    null,
                    "internal words",
                    null,
                    List.of(),
                    exercise,
                    null,
                    null));
        }

        private void post(String id, PublicStatus status, String text) {
            send(PublicationCommand.PostUpdate.of(OWN, new UpdateId(id), status, text));
        }

        @Test
        void an_incident_is_given_under_its_own_ids_once_it_is_public() {
            report(false);
            assertThat(live().incidents()).isEmpty();

            post("first", PublicStatus.INVESTIGATING, "Backups of last night failed.");

            assertThat(live().incidents()).singleElement().satisfies(incident -> {
                assertThat(incident.id()).isEqualTo("own-1");
                assertThat(incident.status()).isEqualTo("investigating");
                assertThat(incident.resolvedAt()).isNull();
                assertThat(incident.shortlink()).isNull();
                assertThat(incident.impact()).isEqualTo("minor");
                assertThat(incident.incidentUpdates())
                        .extracting(StatuspageUpdate::id)
                        .containsExactly("first");
            });
            assertThat(live().json()).doesNotContain("internal words");
        }

        @Test
        void an_exercise_is_never_given() {
            report(true);

            assertThat(live().incidents()).isEmpty();
        }

        @Test
        void a_text_that_was_taken_back_is_not_given_but_that_it_was_is() {
            report(false);
            post("first", PublicStatus.INVESTIGATING, "The secret name of a client.");
            send(new PublicationCommand.RetractUpdate(OWN, new UpdateId("first"), "named a client"));

            assertThat(live().incidents().getFirst().incidentUpdates())
                    .extracting(StatuspageUpdate::body)
                    .containsExactly("[retracted: named a client]");
            assertThat(live().json()).doesNotContain("secret");
        }

        @Test
        void a_correction_is_given_with_the_instant_at_which_it_was_made() {
            ledger.as(ACTOR)
                    .at(NOW.minusSeconds(600))
                    .send(LifecycleCommand.ReportIncident.of(
                            OWN, "Backups fail", IncidentKind.AVAILABILITY, Severity.MINOR))
                    .receipt();
            ledger.as(ACTOR)
                    .at(NOW.minusSeconds(300))
                    .send(PublicationCommand.PostUpdate.of(
                            OWN, new UpdateId("first"), PublicStatus.INVESTIGATING, "Bakcups fail."))
                    .receipt();
            send(new PublicationCommand.CorrectUpdate(OWN, new UpdateId("first"), "Backups fail.", "a slip"));

            StatuspageIncident incident = live().incidents().getFirst();
            assertThat(incident.createdAt()).isEqualTo(NOW.minusSeconds(600));
            assertThat(incident.updatedAt()).isEqualTo(NOW);
            assertThat(incident.incidentUpdates().getFirst().createdAt()).isEqualTo(NOW.minusSeconds(300));
            assertThat(incident.incidentUpdates().getFirst().updatedAt()).isEqualTo(NOW);
            assertThat(incident.incidentUpdates().getFirst().body()).isEqualTo("Backups fail.");
        }

        @Test
        void work_that_was_called_off_is_completed_in_the_words_of_the_format() {
            MaintenanceId id = new MaintenanceId("work-1");
            Window window = new Window(NOW.plusSeconds(3_600), NOW.plusSeconds(7_200));
            ledger.as(ACTOR)
                    .send(new MaintenanceCommand.ScheduleMaintenance(id, "Cabling", List.of(), window, null))
                    .receipt();
            ledger.as(ACTOR)
                    .send(new MaintenanceCommand.CancelMaintenance(id, "no cables"))
                    .receipt();

            assertThat(live().scheduledMaintenances()).singleElement().satisfies(maintenance -> {
                assertThat(maintenance.status()).isEqualTo("completed");
                assertThat(maintenance.scheduledFor()).isEqualTo(window.from());
            });
            assertThat(SamplePage.read(live().json())).isEqualTo(live());
        }
    }

    @Test
    void an_empty_ledger_gives_an_empty_page() {
        StatuspageDocument empty = StatuspageExport.of(ledger.views());

        assertThat(empty.incidents()).isEmpty();
        assertThat(empty.scheduledMaintenances()).isEmpty();
        assertThat(empty.page().timeZone()).isEqualTo("Etc/UTC");
    }
}
