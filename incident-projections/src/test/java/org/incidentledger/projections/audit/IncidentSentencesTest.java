package org.incidentledger.projections.audit;

import static org.incidentledger.projections.audit.Sentences.reads;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.AccessPoint;
import org.incidentledger.core.incident.AccessPointKind;
import org.incidentledger.core.incident.AssessmentEvent;
import org.incidentledger.core.incident.Change;
import org.incidentledger.core.incident.ComponentChange;
import org.incidentledger.core.incident.ComponentImpact;
import org.incidentledger.core.incident.ContainmentEvent;
import org.incidentledger.core.incident.FactChange;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.IncidentRole;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationEvent;
import org.incidentledger.core.incident.ReportSource;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.projections.replay.RecordedHistory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How what happens to an incident reads, from its report to its end. */
class IncidentSentencesTest {
    private static final Instant TEN = RecordedHistory.instant("10:00");
    private static final UpdateId U1 = new UpdateId("u1");
    private static final ComponentId WEB = new ComponentId("web");
    private static final AccessPoint SERVER = new AccessPoint(AccessPointKind.SERVER, "web-3");
    private static final ActorRef ANNA = new ActorRef("staff/anna");
    private static final ActorRef BOB = new ActorRef("staff/bob");
    private static final ExternalRef THEIRS = new ExternalRef("statuspage", "abc", "https://x.test/abc");
    private static final SealedValue SEALED =
            new SealedValue(new UUID(0, 5), new ActorRef("client/c9"), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    @ParameterizedTest
    @MethodSource({"lifecycle", "assessment", "containment", "publication"})
    void an_event_of_an_incident_reads(IncidentEvent event, String sentence, List<String> fields) {
        Sentences.assertReads(new RecordedHistory().incident("a", event), sentence, fields);
    }

    static Stream<Arguments> lifecycle() {
        return Stream.of(
                reads(
                        new LifecycleEvent.IncidentReported(
                                new IncidentId("a"),
                                "Break-in",
                                IncidentKind.SECURITY_EVENT,
                                Severity.MAJOR,
                                ReportSource.SUPPLIER,
                                "Acme",
                                "somebody logged in",
                                TEN,
                                List.of(new ComponentImpact(WEB, ComponentStatus.MAJOR_OUTAGE)),
                                false,
                                THEIRS,
                                SEALED),
                        "reported incident a: 'Break-in' (security-event, major)",
                        "title: - -> Break-in",
                        "kind: - -> security-event",
                        "severity: - -> major",
                        "source: - -> supplier",
                        "supplier: - -> Acme",
                        "description: - -> somebody logged in",
                        "started at: - -> 2026-03-01T10:00:00Z",
                        "components: - -> web major-outage",
                        "drill: - -> false",
                        "external: - -> statuspage abc https://x.test/abc",
                        "reporter: - -> sealed value 00000000-0000-0000-0000-000000000005 about client/c9"),
                reads(new LifecycleEvent.IncidentAcknowledged(), "acknowledged the incident"),
                reads(
                        new LifecycleEvent.IncidentResolved("patched", List.of(SERVER)),
                        "resolved the incident: patched",
                        "summary: - -> patched",
                        "access that stays closed: - -> server web-3"),
                reads(new LifecycleEvent.IncidentReopened("again"), "reopened the incident: again", "why: - -> again"),
                reads(new LifecycleEvent.ReportRejected("a test"), "rejected the report: a test", "why: - -> a test"),
                reads(
                        new LifecycleEvent.IncidentMerged(new IncidentId("b"), "the same"),
                        "merged the incident into b: the same",
                        "merged into: - -> b",
                        "why: - -> the same"));
    }

    static Stream<Arguments> assessment() {
        return Stream.of(
                reads(
                        new AssessmentEvent.IncidentAssessed(
                                new Change<>(Severity.MINOR, Severity.MAJOR),
                                new Change<>(IncidentKind.ABUSE, IncidentKind.DATA_BREACH),
                                List.of(new ComponentChange(
                                        WEB, ComponentStatus.OPERATIONAL, ComponentStatus.PARTIAL_OUTAGE)),
                                List.of(new ActorRef("client/c1"), new ActorRef("client/c2")),
                                List.of(new ActorRef("client/c3")),
                                List.of(new FactChange("records", null, "120"), new FactChange("eu", "yes", null))),
                        "assessed the incident: severity from minor to major, kind from abuse to data-breach,"
                                + " 1 component, 2 affected clients, 1 cleared client, 2 facts",
                        "severity: minor -> major",
                        "kind: abuse -> data-breach",
                        "component web: operational -> partial-outage",
                        "affected client: - -> client/c1",
                        "affected client: - -> client/c2",
                        "affected client: client/c3 -> -",
                        "fact records: - -> 120",
                        "fact eu: yes -> -"),
                reads(
                        new AssessmentEvent.RoleAssigned(IncidentRole.SCRIBE, null, ANNA),
                        "assigned the role scribe to staff/anna",
                        "scribe: - -> staff/anna"),
                reads(
                        new AssessmentEvent.RoleAssigned(IncidentRole.COMMANDER, BOB, ANNA),
                        "assigned the role commander to staff/anna, who relieves staff/bob",
                        "commander: staff/bob -> staff/anna"));
    }

    static Stream<Arguments> containment() {
        return Stream.of(
                reads(
                        new ContainmentEvent.AccessClosed(SERVER, "firewall drops all", true),
                        "closed access to server web-3: firewall drops all (verified)",
                        "access to server web-3: open -> closed",
                        "outcome: - -> firewall drops all",
                        "verified: - -> true"),
                reads(
                        new ContainmentEvent.AccessClosed(SERVER, "asked for it", false),
                        "closed access to server web-3: asked for it (not verified)",
                        "access to server web-3: open -> closed",
                        "outcome: - -> asked for it",
                        "verified: - -> false"),
                reads(
                        new ContainmentEvent.AccessRestored(SERVER, "new keys"),
                        "restored access to server web-3: new keys",
                        "access to server web-3: closed -> open",
                        "outcome: - -> new keys"),
                reads(
                        new ContainmentEvent.IncidentContained("all is shut"),
                        "contained the incident: all is shut",
                        "summary: - -> all is shut"),
                reads(
                        new ContainmentEvent.ContainmentLost("a back door"),
                        "lost containment: a back door",
                        "why: - -> a back door"));
    }

    static Stream<Arguments> publication() {
        return Stream.of(
                reads(
                        new PublicationEvent.PublicUpdatePosted(
                                U1,
                                PublicStatus.IDENTIFIED,
                                "Found it.\nMore soon.",
                                List.of(new ComponentChange(
                                        WEB, ComponentStatus.OPERATIONAL, ComponentStatus.PARTIAL_OUTAGE)),
                                TEN,
                                THEIRS),
                        "posted update u1 (identified): 'Found it. More soon.'",
                        "update: - -> u1",
                        "status: - -> identified",
                        "text: - -> Found it.\nMore soon.",
                        "displayed at: - -> 2026-03-01T10:00:00Z",
                        "external: - -> statuspage abc https://x.test/abc",
                        "component web: operational -> partial-outage"),
                reads(
                        new PublicationEvent.PublicUpdateCorrected(U1, "old", "new", "typo"),
                        "corrected update u1: typo",
                        "text of update u1: old -> new",
                        "why: - -> typo"),
                reads(
                        new PublicationEvent.PublicUpdateRetracted(U1, "wrong page"),
                        "retracted update u1: wrong page",
                        "update u1: standing -> retracted",
                        "why: - -> wrong page"),
                reads(
                        new PublicationEvent.TitleCorrected("Old", "New", "clearer"),
                        "corrected the title to 'New': clearer",
                        "title: Old -> New",
                        "why: - -> clearer"));
    }
}
