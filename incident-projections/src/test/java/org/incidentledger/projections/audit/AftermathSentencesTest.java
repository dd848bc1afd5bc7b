package org.incidentledger.projections.audit;

import static org.incidentledger.projections.audit.Sentences.reads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.ActionItemEvent;
import org.incidentledger.core.incident.ActionItemId;
import org.incidentledger.core.incident.AnchorKind;
import org.incidentledger.core.incident.Audience;
import org.incidentledger.core.incident.Channel;
import org.incidentledger.core.incident.Evidence;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.NotificationEvent;
import org.incidentledger.core.incident.NotificationId;
import org.incidentledger.core.incident.ObligationEvent;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.core.incident.RecordEvent;
import org.incidentledger.core.obligation.StageId;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.projections.replay.RecordedHistory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How notifications, duties, post-mortems and records of an incident read. */
class AftermathSentencesTest {
    private static final Instant TEN = RecordedHistory.instant("10:00");
    private static final Instant ELEVEN = RecordedHistory.instant("11:00");
    private static final ActorRef ANNA = new ActorRef("staff/anna");
    private static final ActorRef BOB = new ActorRef("staff/bob");
    private static final SealedValue SEALED =
            new SealedValue(new UUID(0, 5), new ActorRef("client/c9"), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    @ParameterizedTest
    @MethodSource({"notification", "obligations", "postMortems", "actionItems", "records"})
    void an_event_of_an_incident_reads(IncidentEvent event, String sentence, List<String> fields) {
        Sentences.assertReads(new RecordedHistory().incident("a", event), sentence, fields);
    }

    static Stream<Arguments> notification() {
        NotificationId n1 = new NotificationId("n1");
        return Stream.of(
                reads(
                        new NotificationEvent.NotificationRequested(
                                n1, Audience.AFFECTED_CLIENTS, List.of(Channel.MAIL, Channel.X), "Outage", "Dear all"),
                        "asked to notify affected-clients by mail, x: 'Outage'",
                        "notification: - -> n1",
                        "audience: - -> affected-clients",
                        "channels: - -> mail, x",
                        "subject: - -> Outage",
                        "message: - -> Dear all"),
                reads(
                        new NotificationEvent.NotificationProgressed(n1, Channel.MAIL, 10, 1, 20L),
                        "notification n1 by mail: 10 delivered, 1 failed of 20",
                        "notification: - -> n1",
                        "channel: - -> mail",
                        "delivered: - -> 10",
                        "failed: - -> 1",
                        "total: - -> 20"),
                reads(
                        new NotificationEvent.NotificationCompleted(n1, 19, 1, "one bounced"),
                        "completed notification n1: 19 delivered, 1 failed, one bounced",
                        "notification: - -> n1",
                        "delivered: - -> 19",
                        "failed: - -> 1",
                        "outcome: - -> one bounced"));
    }

    static Stream<Arguments> obligations() {
        StageId stage = new StageId("eu-gdpr-33-1-authority");
        return Stream.of(
                reads(
                        new ObligationEvent.AnchorRecorded(AnchorKind.AWARE, TEN, ELEVEN, "by phone"),
                        "recorded aware as of 2026-03-01T11:00:00Z",
                        "anchor aware: 2026-03-01T10:00:00Z -> 2026-03-01T11:00:00Z",
                        "note: - -> by phone"),
                reads(
                        new ObligationEvent.AuthorityNotified(stage, "BfDI", "4711", "form"),
                        "notified BfDI for stage eu-gdpr-33-1-authority",
                        "stage: - -> eu-gdpr-33-1-authority",
                        "authority: - -> BfDI",
                        "reference: - -> 4711",
                        "filed: - -> form"),
                reads(
                        new ObligationEvent.ObligationWaived(stage, "no risk"),
                        "waived stage eu-gdpr-33-1-authority: no risk",
                        "stage: - -> eu-gdpr-33-1-authority",
                        "why: - -> no risk"));
    }

    static Stream<Arguments> postMortems() {
        return Stream.of(
                reads(
                        new PostMortemEvent.PostMortemRevised(2, BOB, "Why", "Because.", "clearer"),
                        "wrote revision 2 of the post-mortem: clearer",
                        "revision: - -> 2",
                        "author: - -> staff/bob",
                        "title: - -> Why",
                        "body: - -> Because.",
                        "what changed: - -> clearer"),
                reads(
                        new PostMortemEvent.PostMortemApproved(2, ANNA),
                        "approved revision 2 of the post-mortem",
                        "revision: - -> 2",
                        "approver: - -> staff/anna"),
                reads(
                        new PostMortemEvent.PostMortemPublished(2),
                        "published revision 2 of the post-mortem",
                        "revision: - -> 2"),
                reads(
                        new PostMortemEvent.PostMortemWaived("minor"),
                        "waived the post-mortem: minor",
                        "why: - -> minor"));
    }

    static Stream<Arguments> actionItems() {
        ActionItemId item = new ActionItemId("i1");
        return Stream.of(
                reads(
                        new ActionItemEvent.ActionItemOpened(item, "Rotate keys", BOB, LocalDate.parse("2026-04-01")),
                        "opened action item i1: 'Rotate keys'",
                        "item: - -> i1",
                        "title: - -> Rotate keys",
                        "owner: - -> staff/bob",
                        "due: - -> 2026-04-01"),
                reads(
                        new ActionItemEvent.ActionItemCompleted(item, "rotated"),
                        "completed action item i1: rotated",
                        "item i1: open -> done",
                        "outcome: - -> rotated"),
                reads(
                        new ActionItemEvent.ActionItemDropped(item, "no keys"),
                        "dropped action item i1: no keys",
                        "item i1: open -> dropped",
                        "why: - -> no keys"));
    }

    static Stream<Arguments> records() {
        String digest = "ab".repeat(32);
        return Stream.of(
                reads(
                        new RecordEvent.FindingRecorded(
                                "a web shell", List.of(new Evidence(digest, "text/plain", 12)), SEALED),
                        "recorded a finding: a web shell (1 piece of evidence)",
                        "finding: - -> a web shell",
                        "sealed note: - -> sealed value 00000000-0000-0000-0000-000000000005 about client/c9",
                        "evidence: - -> sha256:" + digest + " (text/plain, 12 bytes)"),
                reads(
                        new RecordEvent.FindingRecorded("nothing", List.of(), null),
                        "recorded a finding: nothing",
                        "finding: - -> nothing"),
                reads(
                        new RecordEvent.RecordCorrected(3, "it was web-4"),
                        "corrected the record of event 3: it was web-4",
                        "event: - -> 3",
                        "correction: - -> it was web-4"),
                reads(
                        new RecordEvent.SealedValuesErased(
                                new ActorRef("client/c9"), List.of(new UUID(0, 5)), "R-1", "Art. 17"),
                        "erased 1 sealed value about client/c9: Art. 17",
                        "subject: - -> client/c9",
                        "values: - -> 00000000-0000-0000-0000-000000000005",
                        "request: - -> R-1",
                        "ground: - -> Art. 17"),
                reads(new RecordEvent.HoldPlaced("case 7"), "placed a legal hold: case 7", "legal hold: - -> case 7"),
                reads(
                        new RecordEvent.HoldLifted("case 7", "settled"),
                        "lifted the legal hold: settled",
                        "legal hold: case 7 -> -",
                        "reason: - -> settled"));
    }
}
