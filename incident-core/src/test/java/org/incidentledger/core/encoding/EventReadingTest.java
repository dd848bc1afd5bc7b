package org.incidentledger.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.incidentledger.core.encoding.EncodingException.UnknownRevision;
import org.incidentledger.core.encoding.EncodingException.UnknownType;
import org.incidentledger.core.incident.AnchorKind;
import org.incidentledger.core.incident.ContainmentEvent.IncidentContained;
import org.incidentledger.core.incident.ObligationEvent.AnchorRecorded;
import org.incidentledger.core.ledger.EncodedEvent;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReadingTest {
    private final EventCodec codec = new EventCodec();

    @Test
    void an_unknown_type_is_named_with_its_position_and_what_to_do() {
        assertThatExceptionOfType(UnknownType.class)
                .isThrownBy(() -> codec.decode(new EncodedEvent("incident.newer", 1, "{}"), 17))
                .withMessageContainingAll("entry 17", "'incident.newer'", "newer version")
                .satisfies(e -> assertThat(e.type()).isEqualTo("incident.newer"))
                .satisfies(e -> assertThat(e.position()).isEqualTo(17));
    }

    @Test
    void an_unknown_revision_is_named_with_the_highest_known() {
        assertThatExceptionOfType(UnknownRevision.class)
                .isThrownBy(() -> codec.decode(new EncodedEvent("incident.access-closed", 3, "{}"), 17))
                .withMessageContainingAll("entry 17", "revision 3 of incident.access-closed", "1 to 2", "newer version")
                .satisfies(e -> assertThat(e.revision()).isEqualTo(3))
                .satisfies(e -> assertThat(e.highestKnown()).isEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            incident.contained           | {"summary":"a","x":1}        | /data/x       | no member of this name
            incident.contained           | {}                           | /data         | the member summary is missing
            incident.contained           | {"summary":null}             | /data/summary | found null
            incident.contained           | {"summary":7}                | /data/summary | a string was expected
            incident.contained           | {"summary":"a","summary":"b"} | /data        | Duplicate field
            incident.contained           | {"summary":"a"}{}            | /data         | something follows
            incident.contained           | {"summary":"a"               | /data         | Unexpected end-of-input
            incident.contained           | {"summary":"\\ud83d"}        | /data/summary | surrogate
            incident.contained           | []                           | /data         | found an array
            incident.contained           | nonsense                     | /data         | Unrecognized token
            incident.title-corrected     | {"to":"a","from":"b","reason":"c"} | /data/from | must precede
            incident.merged              | {"into":"../x","reason":"c"} | /data/into    | is no incident id
            incident.role-assigned       | {"role":"king","assignee":"system"} | /data/role | use one of: commander
            incident.role-assigned       | {"role":"SCRIBE","assignee":"system"} | /data/role | use one of
            incident.record-corrected    | {"sequence":4,"correction":"c"} | /data/sequence | a string was expected
            incident.record-corrected    | {"sequence":"+4","correction":"c"} | /data/sequence | must be spelt '4'
            incident.record-corrected    | {"sequence":"4e0","correction":"c"} | /data/sequence | 4e0
            incident.post-mortem-published | {"revision":"1"}           | /data/revision | an integer was expected
            incident.post-mortem-published | {"revision":1.0}           | /data/revision | an integer was expected
            incident.post-mortem-published | {"revision":4294967296}    | /data/revision | 32 bits
            incident.anchor-recorded     | {"anchor":"aware","to":"2026-11-22T03:00:00Z"} | /data/to | is no instant of the form
            incident.anchor-recorded     | {"anchor":"aware","to":1}    | /data/to      | a string was expected
            incident.action-item-opened  | {"item":"a","title":"t","due":"2026-02-30"} | /data/due | 2026-02-30
            incident.sealed-values-erased | {"subject":"system","values":["x"],"request":"r","ground":"g"} | /data/values/0 | UUID
            incident.sealed-values-erased | {"subject":"system","values":[null],"request":"r","ground":"g"} | /data/values/0 | null
            incident.sealed-values-erased | {"subject":"system","values":{},"request":"r","ground":"g"} | /data/values | an array
            incident.access-closed       | {"accessPoint":{"kind":"api","name":"a"},"outcome":"o","verified":1} | /data/verified | true or false
            incident.access-closed       | {"accessPoint":{"kind":"api"},"outcome":"o","verified":true} | /data/accessPoint | name is missing
            """)
    void data_that_is_not_of_its_type_is_refused_with_the_place(
            String type, String data, String where, String problem) {
        int revision = type.equals("incident.access-closed") ? 2 : 1;
        Broken.decoding(new EncodedEvent(type, revision, data)).withMessageContainingAll(where, problem);
    }

    @Test
    void an_event_in_a_stream_of_another_kind_is_refused() {
        Entry entry = Entries.of(17, new EncodedEvent("maintenance.started", 1, "{}"));
        Entry moved = new Entry(
                entry.origin(),
                entry.position(),
                entry.id(),
                new StreamId("incident", "1"),
                entry.sequence(),
                entry.event(),
                entry.recordedAt(),
                entry.occurredAt(),
                entry.actor(),
                entry.commandId(),
                entry.correlationId(),
                entry.reason());
        assertThat(new HistoryDecoder(codec).decode(entry).stream()).isEqualTo(entry.stream());
        assertThatExceptionOfType(EncodingException.BrokenEntry.class)
                .isThrownBy(() -> new HistoryDecoder(codec).decode(moved))
                .withMessageContainingAll("entry 17 (maintenance.started)", "/stream", "incident/1");
    }

    @Nested
    class What_cannot_be_written_is_refused {
        @Test
        void half_of_a_surrogate_pair() {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> codec.encode(new IncidentContained("a\udd25")))
                    .withMessageContaining("surrogate");
        }

        @Test
        void an_instant_that_has_no_four_digits_for_its_year() {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> codec.encode(new AnchorRecorded(AnchorKind.AWARE, null, Instant.MAX, null)))
                    .withMessageContaining("0000 to 9999");
        }

        @Test
        void an_object_that_is_no_event() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> codec.encode("text"))
                    .withMessageContaining("java.lang.String is no event");
        }
    }

    @Test
    void an_instant_finer_than_a_microsecond_is_cut_off() {
        Instant fine = Instant.parse("2026-11-22T03:00:01.000002999Z");
        assertThat(codec.encode(new AnchorRecorded(AnchorKind.AWARE, null, fine, null))
                        .data())
                .isEqualTo("{\"anchor\":\"aware\",\"to\":\"2026-11-22T03:00:01.000002Z\"}");
    }
}
