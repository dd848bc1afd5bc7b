package org.incidentledger.core.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Given;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.obligation.StageId;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.core.sealing.SealedValue;
import org.jspecify.annotations.Nullable;

/** The incident that the tests tell of, and how each history of it begins. */
final class Incidents {
    static final IncidentId ID = new IncidentId("2026-1");
    static final IncidentId OTHER = new IncidentId("2026-2");
    static final UpdateId U1 = new UpdateId("u1");
    static final UpdateId U2 = new UpdateId("u2");
    static final NotificationId N1 = new NotificationId("n1");
    static final ActionItemId A1 = new ActionItemId("a1");
    static final AccessPoint DB = new AccessPoint(AccessPointKind.SERVER, "db-1");
    static final AccessPoint PANEL = new AccessPoint(AccessPointKind.BILLING_PANEL, "panel");
    static final ActorRef ADA = Given.ADA;
    static final ActorRef BOB = new ActorRef("staff/bob");
    static final ActorRef CLEO = new ActorRef("staff/cleo");
    static final ActorRef CLIENT = new ActorRef("client/c1");
    static final StageId STAGE = new StageId("eu-gdpr-33-1-authority");
    static final ComponentId WEB = new ComponentId("web");
    static final ComponentId MAIL = new ComponentId("mail");
    static final SealedValue NOTE = new SealedValue(new UUID(1, 1), CLIENT, "A".repeat(43) + "=");
    static final SealedValue NOTE_2 = new SealedValue(new UUID(1, 2), CLIENT, "B".repeat(43) + "=");

    static final LifecycleEvent.IncidentReported REPORTED = reported(false, null, null);
    static final LifecycleEvent.IncidentReported EXERCISE = reported(true, null, null);
    static final IncidentEvent ACKNOWLEDGED = new LifecycleEvent.IncidentAcknowledged();
    static final IncidentEvent CONTAINED = new ContainmentEvent.IncidentContained("all sessions ended");
    static final IncidentEvent RESOLVED = new LifecycleEvent.IncidentResolved("patched", List.of());
    static final IncidentEvent WAIVED = new PostMortemEvent.PostMortemWaived("too small");
    static final IncidentEvent REJECTED = new LifecycleEvent.ReportRejected("a false alarm");
    static final IncidentEvent MERGED = new LifecycleEvent.IncidentMerged(OTHER, "the same leak");
    static final IncidentEvent CLOSED_DB = new ContainmentEvent.AccessClosed(DB, "sessions ended", true);
    static final IncidentEvent POSTED = posted(U1, "We look into it.");

    private Incidents() {}

    /** History under the policy of everybody: one approval. */
    static Given<Incident, IncidentCommand, IncidentEvent> given(IncidentEvent... events) {
        return under(IncidentPolicy.DEFAULT, events);
    }

    static Given<Incident, IncidentCommand, IncidentEvent> under(IncidentPolicy policy, IncidentEvent... events) {
        return Given.<Incident, IncidentCommand, IncidentEvent>nothing(
                        Incident.UNREPORTED, new IncidentDecider(policy)::decide, Incident::evolve)
                .and(events);
    }

    /** History under limits of which one is lowered. */
    static Given<Incident, IncidentCommand, IncidentEvent> under(Limits limits, IncidentEvent... events) {
        return under(IncidentPolicy.DEFAULT.withLimits(limits), events);
    }

    static LifecycleEvent.IncidentReported reported(
            boolean exercise, @Nullable Instant startedAt, @Nullable SealedValue reporter) {
        return new LifecycleEvent.IncidentReported(
                ID,
                "Intrusion",
                IncidentKind.SECURITY_EVENT,
                Severity.MAJOR,
                ReportSource.STAFF,
                null,
                null,
                startedAt,
                List.of(),
                exercise,
                null,
                reporter);
    }

    static PublicationEvent.PublicUpdatePosted posted(UpdateId update, String text) {
        return new PublicationEvent.PublicUpdatePosted(update, PublicStatus.INVESTIGATING, text, List.of(), null, null);
    }

    static PostMortemEvent.PostMortemRevised revised(int revision, ActorRef author) {
        return new PostMortemEvent.PostMortemRevised(revision, author, "What happened", "# Leak", "drafted");
    }

    /** As many affected components, each another. */
    static List<ComponentImpact> impacts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ComponentImpact(new ComponentId("c" + i), ComponentStatus.DEGRADED_PERFORMANCE))
                .toList();
    }

    static String chars(int count) {
        return "x".repeat(count);
    }
}
