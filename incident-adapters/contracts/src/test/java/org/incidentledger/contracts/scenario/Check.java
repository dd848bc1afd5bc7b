package org.incidentledger.contracts.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.incidentledger.core.incident.IncidentId;
import org.jspecify.annotations.Nullable;

/** What the checks of invariants share; plain comparisons, because there are millions of them. */
final class Check {
    private Check() {}

    static void that(boolean holds, Step step) {
        if (!holds) {
            throw new AssertionError("broken by " + step);
        }
    }

    static void same(@Nullable Object actual, @Nullable Object expected, Step step) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError("%s instead of %s after %s".formatted(actual, expected, step));
        }
    }

    static Map<IncidentId, List<Step.OfIncident>> byIncident(List<Step> steps) {
        Map<IncidentId, List<Step.OfIncident>> grouped = new LinkedHashMap<>();
        for (Step step : steps) {
            if (step instanceof Step.OfIncident of) {
                grouped.computeIfAbsent(of.command().incident(), id -> new ArrayList<>())
                        .add(of);
            }
        }
        return grouped;
    }

    static List<Step.OfIncident> incidents(List<Step> steps) {
        return byIncident(steps).values().stream().flatMap(List::stream).toList();
    }
}
