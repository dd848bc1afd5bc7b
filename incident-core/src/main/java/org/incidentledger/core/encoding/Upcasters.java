package org.incidentledger.core.encoding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For every type the steps from its first revision to the current one, without a gap. */
final class Upcasters {
    /** Every upcaster that the types of this version need. */
    static final List<Upcaster> ALL = List.of(new AccessClosedUnverified());

    private final Map<Step, Upcaster> steps = new HashMap<>();

    private record Step(String type, int fromRevision) {}

    /** @throws IllegalStateException naming every step that is missing, doubled or leads nowhere */
    Upcasters(Collection<EventType> types, Collection<Upcaster> upcasters) {
        List<String> faults = new ArrayList<>();
        for (Upcaster upcaster : upcasters) {
            if (steps.put(new Step(upcaster.type(), upcaster.fromRevision()), upcaster) != null) {
                faults.add("two upcasters from revision %s of %s".formatted(upcaster.fromRevision(), upcaster.type()));
            }
        }
        List<Step> needed = types.stream().flatMap(Upcasters::stepsOf).toList();
        for (Step step : needed) {
            if (!steps.containsKey(step)) {
                faults.add("no upcaster from revision %s of %s".formatted(step.fromRevision(), step.type()));
            }
        }
        for (Step step : steps.keySet()) {
            if (!needed.contains(step)) {
                faults.add(
                        "no use for the upcaster from revision %s of %s".formatted(step.fromRevision(), step.type()));
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "the chain of upcasters is broken: %s; mend Upcasters.ALL".formatted(String.join(", ", faults)));
        }
    }

    /**
     * The data in the current revision.
     *
     * @throws Flaw when the data is not in the revision that it claims
     */
    ObjectNode upcast(EventType type, int revision, ObjectNode data) throws Flaw {
        ObjectNode current = data;
        for (int from = revision; from < type.revision(); from++) {
            current = apply(new Step(type.name(), from), current);
        }
        return current;
    }

    Set<Class<?>> classes() {
        return steps.values().stream().map(Upcaster::getClass).collect(Collectors.toUnmodifiableSet());
    }

    private ObjectNode apply(Step step, ObjectNode data) throws Flaw {
        Upcaster upcaster = steps.get(step);
        if (upcaster == null) {
            throw new IllegalStateException("there is no upcaster for %s".formatted(step));
        }
        try {
            return upcaster.upcast(data);
        } catch (IllegalArgumentException e) {
            throw new Flaw("", String.valueOf(e.getMessage()), e);
        }
    }

    private static Stream<Step> stepsOf(EventType type) {
        return IntStream.range(1, type.revision()).mapToObj(from -> new Step(type.name(), from));
    }
}
