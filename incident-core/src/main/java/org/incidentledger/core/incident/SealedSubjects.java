package org.incidentledger.core.incident;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.ImpossibleEventException;
import org.incidentledger.core.sealing.SealedValue;
import org.jspecify.annotations.Nullable;

/** Which sealed values this incident still holds about whom. */
public record SealedSubjects(Map<ActorRef, List<UUID>> values) {
    static final SealedSubjects NONE = new SealedSubjects(Map.of());

    /** Nobody changes what is sealed but by an event. */
    public SealedSubjects {
        values = Collections.unmodifiableMap(values);
    }

    SealedSubjects after(IncidentEvent event) {
        if (event instanceof LifecycleEvent.IncidentReported reported) {
            return with(reported.reporter());
        }
        return event instanceof RecordEvent record ? after(record) : this;
    }

    private SealedSubjects after(RecordEvent event) {
        return switch (event) {
            case RecordEvent.FindingRecorded e -> with(e.sealedNote());
            case RecordEvent.RecordCorrected e -> this;
            case RecordEvent.HoldPlaced e -> this;
            case RecordEvent.HoldLifted e -> this;
            case RecordEvent.SealedValuesErased e -> {
                Map<ActorRef, List<UUID>> next = new HashMap<>(values);
                if (!e.values().equals(next.remove(e.subject()))) {
                    throw new ImpossibleEventException(e, "with other values sealed about " + e.subject());
                }
                yield new SealedSubjects(next);
            }
        };
    }

    private SealedSubjects with(@Nullable SealedValue value) {
        if (value == null) {
            return this;
        }
        List<UUID> before = values.getOrDefault(value.subject(), List.of());
        List<UUID> ids = new ArrayList<>(before.size() + 1);
        ids.addAll(before);
        ids.add(value.id());
        return with(value.subject(), Collections.unmodifiableList(ids));
    }

    private SealedSubjects with(ActorRef subject, List<UUID> ids) {
        if (values.isEmpty() || (values.size() == 1 && values.containsKey(subject))) {
            // Most incidents hold values about one subject only, and each of their events comes through here.
            return new SealedSubjects(Map.of(subject, ids));
        }
        Map<ActorRef, List<UUID>> next = new HashMap<>(values);
        next.put(subject, ids);
        return new SealedSubjects(next);
    }
}
