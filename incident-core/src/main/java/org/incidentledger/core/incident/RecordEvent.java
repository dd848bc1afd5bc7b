package org.incidentledger.core.incident;

import java.util.List;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.SealedHolder;
import org.incidentledger.core.sealing.SealedValue;
import org.jspecify.annotations.Nullable;

/** Events about the record of an incident itself. */
public sealed interface RecordEvent extends IncidentEvent {
    /** Something was found out; never public. */
    record FindingRecorded(
            String finding,
            List<Evidence> evidence,
            @Nullable SealedValue sealedNote) implements RecordEvent {
        public FindingRecorded {
            evidence = List.copyOf(evidence);
        }

        @Override
        public List<SealedValue> sealedValues() {
            return SealedHolder.present(sealedNote);
        }
    }

    /** An earlier entry was wrong; {@code sequence} counts from 0 within the incident. */
    record RecordCorrected(long sequence, String correction) implements RecordEvent {}

    /** The sealed values about a subject were erased. */
    record SealedValuesErased(ActorRef subject, List<UUID> values, String request, String ground)
            implements RecordEvent {
        public SealedValuesErased {
            values = List.copyOf(values);
        }
    }

    /** No sealed value in this incident may be erased from now on. */
    record HoldPlaced(String reason) implements RecordEvent {}

    /** The legal hold has ended; {@code placed} is the reason for which it was placed. */
    record HoldLifted(String placed, String reason) implements RecordEvent {}
}
