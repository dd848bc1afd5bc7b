package org.incidentledger.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.incidentledger.core.incident.RecordEvent;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.SealedHolder;
import org.incidentledger.core.sealing.SealedValue;

/** What events say of sealed values, and what is to be done with these in the same append. */
final class SealedEvents {
    private SealedEvents() {}

    /** @param asked by whoever sent the command */
    static SealedChange change(SealedChange asked, List<?> events) {
        if (asked instanceof SealedChange.Seal seal) {
            return new SealedChange.Seal(placed(seal.values(), events), seal.newKeys());
        }
        for (Object event : events) {
            if (event instanceof RecordEvent.SealedValuesErased erased) {
                return new SealedChange.Remove(erased.subject(), erased.values());
            }
        }
        return asked;
    }

    private static List<EncryptedValue> placed(List<EncryptedValue> values, List<?> events) {
        List<EncryptedValue> placed = new ArrayList<>();
        for (EncryptedValue value : values) {
            placed.add(value.at(indexOf(value.id(), events)));
        }
        return placed;
    }

    private static int indexOf(UUID value, List<?> events) {
        for (int i = 0; i < events.size(); i++) {
            if (refersTo(value, events.get(i))) {
                return i;
            }
        }
        throw new IllegalStateException("no event refers to the sealed value " + value);
    }

    private static boolean refersTo(UUID value, Object event) {
        if (event instanceof SealedHolder holder) {
            for (SealedValue referred : holder.sealedValues()) {
                if (referred.id().equals(value)) {
                    return true;
                }
            }
        }
        return false;
    }
}
