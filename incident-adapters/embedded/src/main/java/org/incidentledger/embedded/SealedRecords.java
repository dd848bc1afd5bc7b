package org.incidentledger.embedded;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.incident.LegalHold;
import org.incidentledger.core.incident.RecordEvent;
import org.incidentledger.core.ledger.Ledger;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.core.sealing.SealedValueException;
import org.incidentledger.core.sealing.SealedValueException.Flaw;
import org.incidentledger.core.sealing.WrappedKey;
import org.incidentledger.core.subject.Holdings;
import org.incidentledger.core.subject.SubjectEvent;
import org.jspecify.annotations.Nullable;

/** What the entries of a ledger say of sealed values. Safe for use by many threads. */
final class SealedRecords {
    private static final int PAGE_ENTRIES = 500;

    private final Ledger ledger;
    private final HistoryDecoder decoder;

    SealedRecords(Ledger ledger, HistoryDecoder decoder) {
        this.ledger = ledger;
        this.decoder = decoder;
    }

    /** A reference to a value, where it is, and where its erasure is. */
    record Reference(
            SealedValue value,
            RecordedEvent event,
            @Nullable Long erasedAt) {
        Reference erased(long position) {
            return new Reference(value, event, position);
        }
    }

    /** @throws SealedValueException when the entry does not refer to the value */
    SealedValue reference(EncryptedValue stored) {
        return ledger.read(stored.position(), 1).stream()
                .flatMap(entry -> references(decoder.decode(entry)).stream())
                .filter(value ->
                        value.id().equals(stored.id()) && value.subject().equals(stored.subject()))
                .findFirst()
                .orElseThrow(() -> new SealedValueException(stored.position(), stored.id(), Flaw.NOT_REFERRED_TO));
    }

    /** Every value that was ever sealed, by its id, in the order of the ledger; reads the whole of it. */
    Map<UUID, Reference> all(Consumer<StoredEntry> alsoSees) {
        Map<UUID, Reference> found = new LinkedHashMap<>();
        long position = 0;
        for (List<StoredEntry> page = ledger.read(position, PAGE_ENTRIES);
                !page.isEmpty();
                page = ledger.read(position, PAGE_ENTRIES)) {
            for (StoredEntry entry : page) {
                alsoSees.accept(entry);
                if (mayConcernSealed(entry)) {
                    add(found, decoder.decode(entry));
                }
            }
            position += page.size();
        }
        return found;
    }

    /** Cheaper than decoding what cannot matter. */
    private static boolean mayConcernSealed(StoredEntry entry) {
        String text = new String(entry.bytes(), StandardCharsets.UTF_8);
        return text.contains("\"$sealed\"")
                || text.contains("\"type\":\"subject.erased\"")
                || text.contains("\"type\":\"incident.sealed-values-erased\"");
    }

    private static void add(Map<UUID, Reference> found, RecordedEvent event) {
        references(event).forEach(value -> found.put(value.id(), new Reference(value, event, null)));
        for (UUID erased : erased(event)) {
            found.computeIfPresent(erased, (id, reference) -> reference.erased(event.position()));
        }
    }

    private static List<SealedValue> references(RecordedEvent event) {
        return switch (event.fact()) {
            case Fact.OfIncident f -> f.event().sealedValues();
            case Fact.OfSubject f -> f.event().sealedValues();
            case Fact.OfMaintenance f -> List.of();
            case Fact.OfCatalog f -> List.of();
            case Fact.OfLedger f -> List.of();
        };
    }

    private static List<UUID> erased(RecordedEvent event) {
        Object happened = switch (event.fact()) {
            case Fact.OfIncident f -> f.event();
            case Fact.OfSubject f -> f.event();
            default -> event;
        };
        return switch (happened) {
            case SubjectEvent.SubjectErased e -> e.values();
            case RecordEvent.SealedValuesErased e -> e.values();
            default -> List.of();
        };
    }

    /** Whether an entry of a stream says that the value was erased. */
    boolean saysErased(StreamId stream, UUID value) {
        long length = 0;
        for (List<StoredEntry> page = ledger.readStream(stream, 0, PAGE_ENTRIES);
                !page.isEmpty();
                page = ledger.readStream(stream, length, PAGE_ENTRIES)) {
            for (StoredEntry entry : page) {
                if (mayConcernSealed(entry) && erased(decoder.decode(entry)).contains(value)) {
                    return true;
                }
            }
            length += page.size();
        }
        return false;
    }

    /** What an erasure of a subject would delete now, and which holds stand against it. */
    ErasurePlan plan(ActorRef subject) {
        List<EncryptedValue> values = ledger.sealed().about(subject);
        Map<StreamId, Long> seen = new HashMap<>();
        List<Holdings.Hold> holds = new ArrayList<>();
        for (EncryptedValue value : values) {
            StreamId stream = decoder.decode(ledger.read(value.position(), 1).getFirst()).stream();
            if (stream.category().equals(Streams.INCIDENT) && !seen.containsKey(stream)) {
                seen.put(stream, lookForHold(stream, holds));
            }
        }
        List<UUID> ids = values.stream().map(EncryptedValue::id).toList();
        WrappedKey key = ledger.sealed().keyOf(subject).orElse(null);
        return new ErasurePlan(subject, values, key, new Holdings(ids, holds), seen);
    }

    private long lookForHold(StreamId incident, List<Holdings.Hold> holds) {
        LegalHold hold = LegalHold.NONE;
        long length = 0;
        for (List<StoredEntry> page = ledger.readStream(incident, 0, PAGE_ENTRIES);
                !page.isEmpty();
                page = ledger.readStream(incident, length, PAGE_ENTRIES)) {
            for (StoredEntry entry : page) {
                if (decoder.decode(entry).fact() instanceof Fact.OfIncident fact) {
                    hold = hold.after(fact.event());
                }
            }
            length += page.size();
        }
        String reason = hold.reason();
        if (reason != null) {
            holds.add(new Holdings.Hold(incident.id(), reason));
        }
        return length;
    }
}
