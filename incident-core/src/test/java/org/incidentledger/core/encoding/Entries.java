package org.incidentledger.core.encoding;

import java.time.Instant;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.EncodedEvent;
import org.incidentledger.core.ledger.StreamId;

/** Entries that differ only in what a test is about. */
final class Entries {
    private static final UUID EVENT = UUID.fromString("3f0a3c0e-6d0b-4c53-9f0e-0a9c5a6b7c8d");
    private static final UUID COMMAND = UUID.fromString("9b2f7d44-1c2e-4f7a-8a53-d2a1c0b9e8f7");
    private static final UUID CORRELATION = UUID.fromString("00000000-0000-4000-8000-00000000000a");

    private Entries() {}

    static Entry of(long position, EncodedEvent event) {
        return new Entry(
                "ledger.example.org/incidents",
                position,
                EVENT,
                stream(event.type().split("\\.", 2)[0]),
                3,
                event,
                Instant.parse("2026-11-22T03:00:01.000002Z"),
                Instant.parse("2026-11-22T02:59:00Z"),
                new ActorRef("staff/7f3a"),
                COMMAND,
                CORRELATION,
                "the \"all clear\" of 03:00 – 🔥");
    }

    /** One that may hold events of this category. */
    private static StreamId stream(String category) {
        return switch (category) {
            case "catalog" -> new StreamId(category, "main");
            case "subject" -> new StreamId("client", "4711");
            default -> new StreamId(category, "2026-11-0042");
        };
    }
}
