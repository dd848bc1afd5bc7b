package org.incidentledger.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.incidentledger.core.incident.Incidents.BOB;
import static org.incidentledger.core.incident.Incidents.CLIENT;
import static org.incidentledger.core.incident.Incidents.ID;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.core.obligation.StageId;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that cannot be part of any command. */
class ValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "-a", ".a", "a b", "a/b", "ä", "a\n"})
    void no_identifier(String value) {
        assertInvalid(() -> new IncidentId(value), "is no incident id; use 1 to 80 letters");
        assertInvalid(() -> new UpdateId(value), "is no update id");
        assertInvalid(() -> new NotificationId(value), "is no notification id");
        assertInvalid(() -> new ActionItemId(value), "is no action item id");
        assertInvalid(() -> new StageId(value), "is no stage of a notification regime");
        assertInvalid(() -> new ComponentId(value), "is no component id");
        assertInvalid(() -> new MaintenanceId(value), "is no maintenance id");
        assertInvalid(
                () -> new AssessmentCommand.AssessIncident(
                        ID, null, null, List.of(), List.of(), List.of(), Map.of(value, "x")),
                "is no name of a fact");
    }

    @Test
    void an_identifier_has_at_most_80_characters() {
        assertThat(new IncidentId("a".repeat(80))).hasToString("a".repeat(80));
        assertInvalid(() -> new IncidentId("a".repeat(81)), "'" + "a".repeat(60) + "…'");
        assertThat(new UpdateId("u")).hasToString("u");
        assertThat(new NotificationId("n")).hasToString("n");
        assertThat(new ActionItemId("a")).hasToString("a");
    }

    @Test
    void an_access_point_has_a_name() {
        assertThat(new AccessPoint(AccessPointKind.OTHER, "x".repeat(200)).name())
                .hasSize(200);
        for (String name : List.of("", " ", "x".repeat(201), "a\tb", "half \uD83D")) {
            assertInvalid(
                    () -> new AccessPoint(AccessPointKind.OTHER, name), "is no name of an access point; use 1 to 200");
        }
    }

    @Test
    void evidence_is_a_digest_a_media_type_and_a_size() {
        String digest = "0a".repeat(32);

        assertThat(new Evidence(digest, "image/svg+xml", 0).sizeBytes()).isZero();
        assertInvalid(() -> new Evidence("0A".repeat(32), "text/plain", 1), "is no SHA-256 digest; use 64");
        assertInvalid(() -> new Evidence(digest + "0", "text/plain", 1), "is no SHA-256 digest");
        assertInvalid(() -> new Evidence(digest, "text", 1), "'text' is no media type");
        assertInvalid(() -> new Evidence(digest, "text/plain", -1), "has -1 bytes");
    }

    @Test
    void a_reference_has_a_source_an_id_and_maybe_an_address() {
        new ExternalRef("x".repeat(200), "x".repeat(200), "x".repeat(500));

        assertInvalid(() -> new ExternalRef("", "a", null), "the source ''");
        assertInvalid(() -> new ExternalRef("x".repeat(201), "a", null), "1 to 200");
        assertInvalid(() -> new ExternalRef("a", " ", null), "the id ' '");
        assertInvalid(() -> new ExternalRef("a", "b", "x".repeat(501)), "1 to 500");
        assertInvalid(() -> new ExternalRef("a", "b", "\0"), "valid Unicode text");
    }

    @Test
    void a_sealed_value_has_a_commitment_of_32_bytes() {
        UUID id = new UUID(1, 1);

        assertThat(new SealedValue(id, CLIENT, "/".repeat(43) + "=").subject()).isEqualTo(CLIENT);
        assertInvalid(() -> new SealedValue(id, CLIENT, "/".repeat(44)), "is no commitment; use HMAC-SHA256");
        assertInvalid(() -> new SealedValue(id, CLIENT, "jane@example.org"), "is no commitment");
    }

    @Test
    void a_policy_asks_for_nothing_impossible() {
        IncidentPolicy policy = IncidentPolicy.DEFAULT;

        assertThat(policy.withApprovals(0, Set.of()).approvalsRequired()).isZero();
        assertThat(policy.withApprovals(1, Set.of(BOB)).approvers()).containsExactly(BOB);
        assertInvalid(() -> policy.withApprovals(-1, Set.of()), "-1 approvals");
        assertInvalid(() -> policy.withApprovals(2, Set.of(BOB)), "2 approvals names 1 approvers");
        assertInvalid(() -> within(Duration.ofSeconds(-1), Duration.ZERO), "PT-1S");
        assertInvalid(() -> within(Duration.ZERO, Duration.ofSeconds(-2)), "PT-2S");
        assertThat(within(Duration.ZERO, Duration.ZERO).postMortemDueWithin()).isZero();
    }

    @Test
    void a_limit_is_positive() {
        assertThat(new Limits(1, 1, 1, 1, 1, 1, 1, 1, 1).events()).isEqualTo(1);
        assertInvalid(() -> new Limits(0, 1, 1, 1, 1, 1, 1, 1, 1), "the limit title is 0");
        assertInvalid(() -> new Limits(1, 0, 1, 1, 1, 1, 1, 1, 1), "the limit line is 0");
        assertInvalid(() -> new Limits(1, 1, 0, 1, 1, 1, 1, 1, 1), "the limit publicText is 0");
        assertInvalid(() -> new Limits(1, 1, 1, 0, 1, 1, 1, 1, 1), "the limit internalText is 0");
        assertInvalid(() -> new Limits(1, 1, 1, 1, 0, 1, 1, 1, 1), "the limit postMortem is 0");
        assertInvalid(() -> new Limits(1, 1, 1, 1, 1, 0, 1, 1, 1), "the limit components is 0");
        assertInvalid(() -> new Limits(1, 1, 1, 1, 1, 1, 0, 1, 1), "the limit accessPoints is 0");
        assertInvalid(() -> new Limits(1, 1, 1, 1, 1, 1, 1, 0, 1), "the limit clients is 0");
        assertInvalid(() -> new Limits(1, 1, 1, 1, 1, 1, 1, 1, -1), "the limit events is -1");
    }

    @Test
    void an_accepted_command_emits_something() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Decision.Accepted<>(List.of()));
    }

    @Test
    void words_are_lower_case_with_hyphens() {
        assertThat(Rule.ACCESS_ALREADY_CLOSED.word()).isEqualTo("access-already-closed");
        assertThat(Words.parse(IncidentKind.class, "data-breach")).isEqualTo(IncidentKind.DATA_BREACH);
        assertInvalid(
                () -> Words.parse(IncidentKind.class, "DATA_BREACH"),
                "'DATA_BREACH' is no incident kind; use one of: security-event, ");
    }

    private static IncidentPolicy within(Duration postMortem, Duration notice) {
        return new IncidentPolicy(Limits.DEFAULT, Severity.MAJOR, postMortem, notice, 1, Set.of(), Set.of());
    }

    private static void assertInvalid(ThrowingCallable maker, String part) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(maker).withMessageContaining(part);
    }
}
