package org.incidentledger.core.incident;

import java.util.List;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.SealedHolder;
import org.incidentledger.core.sealing.SealedValue;
import org.jspecify.annotations.Nullable;

/** Commands about the record of an incident itself. */
public sealed interface RecordCommand extends IncidentCommand {
    /**
     * Records what was found out, for those who respond; never public.
     *
     * @param sealedNote the sealed part of the finding, when it names people or secrets
     */
    record RecordFinding(
            IncidentId incident,
            String finding,
            List<Evidence> evidence,
            @Nullable SealedValue sealedNote) implements RecordCommand {
        public RecordFinding {
            evidence = List.copyOf(evidence);
        }

        @Override
        public List<SealedValue> sealedValues() {
            return SealedHolder.present(sealedNote);
        }
    }

    /**
     * Says that an earlier entry of this incident was wrong; the entry stays.
     *
     * @param sequence which entry, counted from 0 within the incident
     * @param correction what is right
     */
    record CorrectRecord(IncidentId incident, long sequence, String correction) implements RecordCommand {}

    /**
     * Erases every sealed value about a subject in this incident.
     *
     * @param request the reference of the request for erasure
     * @param ground the legal ground on which it is granted
     */
    record EraseSealed(IncidentId incident, ActorRef subject, String request, String ground) implements RecordCommand {}

    /** Keeps everything about this incident: no sealed value in it may be erased until the hold is lifted. */
    record PlaceHold(IncidentId incident, String reason) implements RecordCommand {}

    /** Says that the legal hold has ended. */
    record LiftHold(IncidentId incident, String reason) implements RecordCommand {}
}
