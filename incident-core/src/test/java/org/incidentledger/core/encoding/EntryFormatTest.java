package org.incidentledger.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.incident.ContainmentEvent.IncidentContained;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.Draft;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.junit.jupiter.api.Test;

class EntryFormatTest {
    private static final EventCodec CODEC = new EventCodec();

    private static final String ENTRY = """
            {"v":1,"ledger":"example.org/ledger","position":7,"id":"00000000-0000-4000-8000-000000000001",\
            "stream":"incident/INC-1","sequence":3,"type":"incident.contained","revision":1,\
            "recordedAt":"2026-11-22T03:00:01.000002Z","occurredAt":"2026-11-22T02:59:00.000000Z","actor":"staff/ann",\
            "command":"00000000-0000-4000-8000-000000000002","correlation":"00000000-0000-4000-8000-000000000003",\
            "reason":"it \\"spread\\" – 🔥","data":{"summary":"Keys replaced."}}""";

    @Test
    void an_entry_is_written_as_specified() {
        assertThat(new String(write(), StandardCharsets.UTF_8)).isEqualTo(ENTRY);
    }

    @Test
    void an_entry_is_read_as_history() {
        var read = new HistoryDecoder(CODEC).decode(new StoredEntry(7, write()));
        assertThat(read.fact())
                .isEqualTo(new Fact.OfIncident(new IncidentId("INC-1"), new IncidentContained("Keys replaced.")));
        assertThat(read.provenance().reason()).isEqualTo("it \"spread\" – 🔥");
    }

    private static byte[] write() {
        var header = new CommandHeader(
                uuid(2),
                new ActorRef("staff/ann"),
                Instant.parse("2026-11-22T02:59:00Z"),
                Instant.parse("2026-11-22T03:00:00Z"),
                uuid(3),
                "it \"spread\" – 🔥");
        var drafts = List.of(
                new Draft(uuid(9), CODEC.encode(new IncidentContained("first"))),
                new Draft(uuid(1), CODEC.encode(new IncidentContained("Keys replaced."))));
        var append = new Append(new StreamId("incident", "INC-1"), 2, header, drafts);
        return EntryFormat.write("example.org/ledger", 7, Instant.parse("2026-11-22T03:00:01.000002Z"), append, 1);
    }

    private static UUID uuid(int last) {
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(last));
    }
}
