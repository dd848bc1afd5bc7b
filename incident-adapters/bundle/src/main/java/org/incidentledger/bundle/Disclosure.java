package org.incidentledger.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.incident.RecordEvent;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.sealing.PlainValue;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.core.subject.SubjectEvent;
import org.incidentledger.core.verification.EntrySource;
import org.jspecify.annotations.Nullable;

/**
 * Compares disclosed values with what a copy of a ledger commits to. The copy itself is verified elsewhere.
 *
 * @param open disclosed values that are what the ledger committed to
 * @param sealed how many others are committed to and not disclosed here
 * @param erased how many the ledger says were erased
 * @param refuted disclosed values that are not what the ledger committed to, each as a sentence that names entry and value
 */
public record Disclosure(List<Disclosed> open, long sealed, long erased, List<String> refuted) {
    private static final int PAGE_ENTRIES = 500;

    /** A value, and the position of the entry that commits to it. */
    public record Disclosed(long position, PlainValue value) {}

    public Disclosure {
        open = List.copyOf(open);
        refuted = List.copyOf(refuted);
    }

    private record Committed(long position, SealedValue value) {}

    /** Reads every entry and compares. */
    public static Disclosure check(EntrySource entries, List<Disclosed> disclosed) {
        Map<UUID, Committed> committed = new HashMap<>();
        Set<UUID> erased = new HashSet<>();
        HistoryDecoder decoder = new HistoryDecoder(new EventCodec());
        long position = 0;
        for (List<StoredEntry> page = entries.read(position, PAGE_ENTRIES);
                !page.isEmpty();
                page = entries.read(position, PAGE_ENTRIES)) {
            page.forEach(entry -> take(decoder.decode(entry), committed, erased));
            position += page.size();
        }
        List<Disclosed> open = new ArrayList<>();
        List<String> refuted = new ArrayList<>();
        for (Disclosed one : disclosed) {
            Committed found = committed.get(one.value().id());
            if (found != null
                    && found.position() == one.position()
                    && one.value().opens(found.value())) {
                open.add(one);
            } else {
                refuted.add(refutation(one, found));
            }
        }
        erased.retainAll(committed.keySet());
        Set<UUID> closed = new HashSet<>(committed.keySet());
        closed.removeAll(erased);
        open.forEach(one -> closed.remove(one.value().id()));
        return new Disclosure(open, closed.size(), erased.size(), refuted);
    }

    private static String refutation(Disclosed one, @Nullable Committed found) {
        if (found == null) {
            return "position %d: no entry refers to a sealed value %s"
                    .formatted(one.position(), one.value().id());
        }
        return found.position() == one.position()
                ? "position %d: what was disclosed as value %s is not what the entry commits to"
                        .formatted(one.position(), one.value().id())
                : "position %d: the sealed value %s is in the entry at position %d"
                        .formatted(one.position(), one.value().id(), found.position());
    }

    private static void take(RecordedEvent event, Map<UUID, Committed> committed, Set<UUID> erased) {
        switch (event.fact()) {
            case Fact.OfIncident f -> {
                add(event, f.event().sealedValues(), committed);
                if (f.event() instanceof RecordEvent.SealedValuesErased e) {
                    erased.addAll(e.values());
                }
            }
            case Fact.OfSubject f -> {
                add(event, f.event().sealedValues(), committed);
                if (f.event() instanceof SubjectEvent.SubjectErased e) {
                    erased.addAll(e.values());
                }
            }
            case Fact.OfMaintenance f -> {}
            case Fact.OfCatalog f -> {}
            case Fact.OfLedger f -> {}
        }
    }

    private static void add(RecordedEvent event, List<SealedValue> values, Map<UUID, Committed> committed) {
        values.forEach(value -> committed.put(value.id(), new Committed(event.position(), value)));
    }
}
