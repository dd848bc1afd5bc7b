package org.incidentledger.core.encoding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.AccessPoint;
import org.incidentledger.core.incident.AccessPointKind;
import org.incidentledger.core.incident.ActionItemEvent;
import org.incidentledger.core.incident.ActionItemId;
import org.incidentledger.core.incident.AnchorKind;
import org.incidentledger.core.incident.AssessmentEvent;
import org.incidentledger.core.incident.Audience;
import org.incidentledger.core.incident.Change;
import org.incidentledger.core.incident.Channel;
import org.incidentledger.core.incident.ComponentChange;
import org.incidentledger.core.incident.ComponentImpact;
import org.incidentledger.core.incident.ContainmentEvent;
import org.incidentledger.core.incident.Evidence;
import org.incidentledger.core.incident.FactChange;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.IncidentRole;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.NotificationEvent;
import org.incidentledger.core.incident.NotificationId;
import org.incidentledger.core.incident.ObligationEvent;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationEvent;
import org.incidentledger.core.incident.RecordEvent;
import org.incidentledger.core.incident.ReportSource;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.obligation.StageId;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.core.sealing.SealedValue;
import org.jspecify.annotations.Nullable;

/** One event of each type of an incident with everything it may hold: golden files pin their bytes. */
final class GoldenIncidentEvents {
    static final ActorRef ANN = new ActorRef("staff/7f3a");
    static final ActorRef CLIENT = new ActorRef("client/c-1881");
    static final AccessPoint PANEL = new AccessPoint(AccessPointKind.BILLING_PANEL, "panel.example.org");
    static final ComponentId NODE = new ComponentId("node-fra1-07");
    static final Instant STARTED = Instant.parse("2026-11-22T02:41:07.250001Z");
    static final UpdateId UPDATE = new UpdateId("u-1");
    static final ExternalRef EXTERNAL =
            new ExternalRef("statuspage:kctbh9vrtdwd", "p1x2y3", "https://status.example.org/incidents/p1x2y3");
    private static final NotificationId NOTIFICATION = new NotificationId("n-1");
    private static final ActionItemId ITEM = new ActionItemId("a-1");
    static final UUID SEALED = UUID.fromString("5d1e0d5e-8f7b-4b8e-9f53-0d2f6a1c4b7e");
    static final SealedValue REPORTER = new SealedValue(SEALED, CLIENT, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");

    private GoldenIncidentEvents() {}

    static Stream<Object> all() {
        return Stream.of(lifecycle(), assessment(), containment(), publication(), obligation(), aftermath(), record())
                .flatMap(List::stream);
    }

    /** The same types with nothing that may be absent, where there is such a thing. */
    static Stream<Object> least() {
        return Stream.of(
                reported(null, null, null, List.of(), null, null),
                new LifecycleEvent.IncidentResolved("Over.", List.of()),
                new AssessmentEvent.IncidentAssessed(null, null, List.of(), List.of(), List.of(), List.of()),
                new AssessmentEvent.RoleAssigned(IncidentRole.COMMANDER, null, ANN),
                new PublicationEvent.PublicUpdatePosted(
                        UPDATE, PublicStatus.INVESTIGATING, "We look into it.", List.of(), null, null),
                new NotificationEvent.NotificationProgressed(NOTIFICATION, Channel.MAIL, 0, 0, null),
                new ObligationEvent.AnchorRecorded(AnchorKind.AWARE, null, STARTED, null),
                new ObligationEvent.AuthorityNotified(
                        new StageId("eu-gdpr-33-1-authority"), "BfDI", null, "First notice."),
                new ActionItemEvent.ActionItemOpened(ITEM, "Rotate keys", null, null),
                new RecordEvent.FindingRecorded("The key was in a public repository.", List.of(), null),
                new NotificationEvent.NotificationRequested(NOTIFICATION, Audience.STAFF, List.of(), "Keys", "Look."),
                new RecordEvent.SealedValuesErased(CLIENT, List.of(), "req-2026-17", "GDPR Art. 17(1)(a)"));
    }

    private static List<Object> lifecycle() {
        return List.of(
                reported(
                        "Hoster Ltd",
                        "A client saw logins that were not theirs.",
                        STARTED,
                        List.of(new ComponentImpact(NODE, ComponentStatus.PARTIAL_OUTAGE)),
                        EXTERNAL,
                        REPORTER),
                new LifecycleEvent.IncidentAcknowledged(),
                new LifecycleEvent.IncidentResolved("All keys replaced.", List.of(PANEL)),
                new LifecycleEvent.IncidentReopened("The same logins again."),
                new LifecycleEvent.ReportRejected("A planned penetration test."),
                new LifecycleEvent.IncidentMerged(new IncidentId("2026-11-0041"), "Same key, reported earlier."));
    }

    private static LifecycleEvent.IncidentReported reported(
            @Nullable String supplier,
            @Nullable String description,
            @Nullable Instant startedAt,
            List<ComponentImpact> components,
            @Nullable ExternalRef external,
            @Nullable SealedValue reporter) {
        return new LifecycleEvent.IncidentReported(
                new IncidentId("2026-11-0042"),
                "Unauthorised logins to \"panel\" – é 漢 🔥 <b>&amp;</b> \\ / \u2028 \u007f\n\tend",
                IncidentKind.SECURITY_EVENT,
                Severity.MAJOR,
                ReportSource.SUPPLIER,
                supplier,
                description,
                startedAt,
                components,
                false,
                external,
                reporter);
    }

    private static List<Object> assessment() {
        return List.of(
                new AssessmentEvent.IncidentAssessed(
                        new Change<>(Severity.MAJOR, Severity.CRITICAL),
                        new Change<>(IncidentKind.SECURITY_EVENT, IncidentKind.DATA_BREACH),
                        List.of(new ComponentChange(
                                NODE, ComponentStatus.DEGRADED_PERFORMANCE, ComponentStatus.MAJOR_OUTAGE)),
                        List.of(CLIENT, new ActorRef("client/c-1882")),
                        List.of(new ActorRef("client/c-1790")),
                        List.of(
                                new FactChange("personal-data", null, "yes"),
                                new FactChange("people", "10", "12"),
                                new FactChange("encrypted", "yes", null))),
                new AssessmentEvent.RoleAssigned(IncidentRole.COMMUNICATIONS, new ActorRef("staff/11aa"), ANN));
    }

    private static List<Object> containment() {
        return List.of(
                new ContainmentEvent.AccessClosed(PANEL, "12 sessions ended.", true),
                new ContainmentEvent.AccessRestored(PANEL, "Open again with new keys."),
                new ContainmentEvent.IncidentContained("No session of the intruder is left."),
                new ContainmentEvent.ContainmentLost("A new session was seen."));
    }

    private static List<Object> publication() {
        return List.of(
                new PublicationEvent.PublicUpdatePosted(
                        UPDATE,
                        PublicStatus.IDENTIFIED,
                        "The cause is found.",
                        List.of(new ComponentChange(NODE, ComponentStatus.OPERATIONAL, ComponentStatus.PARTIAL_OUTAGE)),
                        STARTED,
                        EXTERNAL),
                new PublicationEvent.PublicUpdateCorrected(UPDATE, "Ten clients.", "Twelve clients.", "Two more."),
                new PublicationEvent.PublicUpdateRetracted(UPDATE, "It was about another node."),
                new PublicationEvent.TitleCorrected("Panel down", "Unauthorised logins", "It was never down."),
                new NotificationEvent.NotificationRequested(
                        NOTIFICATION,
                        Audience.AFFECTED_CLIENTS,
                        List.of(Channel.MAIL, Channel.X),
                        "Your account",
                        "Please change your password."),
                new NotificationEvent.NotificationProgressed(NOTIFICATION, Channel.MAIL, 900, 3, 9007199254740993L),
                new NotificationEvent.NotificationCompleted(NOTIFICATION, 1197, 3, "Three addresses bounced."));
    }

    private static List<Object> obligation() {
        return List.of(
                new ObligationEvent.AnchorRecorded(
                        AnchorKind.AWARE, STARTED, STARTED.plusSeconds(60), "The night shift knew first."),
                new ObligationEvent.AuthorityNotified(
                        new StageId("eu-gdpr-33-1-authority"), "BfDI", "AZ-2026/118", "First notice."),
                new ObligationEvent.ObligationWaived(new StageId("eu-gdpr-34-individuals"), "Data was encrypted."));
    }

    private static List<Object> aftermath() {
        return List.of(
                new PostMortemEvent.PostMortemRevised(
                        2, ANN, "Unauthorised logins", "# What happened\n…", "Cause added."),
                new PostMortemEvent.PostMortemApproved(2, new ActorRef("staff/11aa")),
                new PostMortemEvent.PostMortemPublished(2),
                new PostMortemEvent.PostMortemWaived("Minor, cause known."),
                new ActionItemEvent.ActionItemOpened(ITEM, "Rotate keys every month", ANN, LocalDate.of(2026, 12, 24)),
                new ActionItemEvent.ActionItemCompleted(ITEM, "A job does it."),
                new ActionItemEvent.ActionItemDropped(ITEM, "The panel is gone."));
    }

    private static List<Object> record() {
        return List.of(
                new RecordEvent.FindingRecorded(
                        "The key was in a public repository.",
                        List.of(new Evidence("9f86d081884c7d65".repeat(4), "application/pdf", 18_014_398_509_481_985L)),
                        REPORTER),
                new RecordEvent.RecordCorrected(4, "It was node 7, not node 8."),
                new RecordEvent.SealedValuesErased(CLIENT, List.of(SEALED), "req-2026-17", "GDPR Art. 17(1)(a)"),
                new RecordEvent.HoldPlaced("Case 12 O 7/26 before the regional court."),
                new RecordEvent.HoldLifted("Case 12 O 7/26 before the regional court.", "The case is settled."));
    }
}
