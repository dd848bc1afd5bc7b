package org.incidentledger.core.subject;

import java.util.List;
import java.util.UUID;
import org.incidentledger.core.sealing.SealedHolder;
import org.incidentledger.core.sealing.SealedValue;
import org.jspecify.annotations.Nullable;

/** Something that happened to what the ledger holds about one subject; its stream is named like the subject. */
public sealed interface SubjectEvent extends SealedHolder {
    /** It was said who is behind the reference; what is absent stays as it was. */
    record SubjectDescribed(
            @Nullable SealedValue name, @Nullable SealedValue contact) implements SubjectEvent {
        @Override
        public List<SealedValue> sealedValues() {
            return SealedHolder.present(name, contact);
        }
    }

    /** Sealed values were shown in plain text. */
    record ValuesOpened(List<UUID> values, Purpose purpose, String reason) implements SubjectEvent {
        public ValuesOpened {
            values = List.copyOf(values);
        }
    }

    /**
     * Sealed values about the subject were erased.
     *
     * @param request the reference of the request for erasure
     * @param ground the legal ground on which it was granted
     */
    record SubjectErased(List<UUID> values, String request, String ground) implements SubjectEvent {
        public SubjectErased {
            values = List.copyOf(values);
        }
    }
}
