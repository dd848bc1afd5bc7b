package org.incidentledger.core.incident;

import static org.incidentledger.core.decision.Objections.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.jspecify.annotations.Nullable;

/** How many components an incident may affect, and what becomes of a list that names one twice: the last word counts. */
final class ComponentRules {
    private ComponentRules() {}

    static @Nullable Refusal objectToCount(int count, Limits limits) {
        return when(
                count > limits.components(),
                Rule.TOO_MANY,
                () -> String.format(
                        Locale.ROOT,
                        "%,d components would be affected, the limit is %,d; name the group that they belong to",
                        count,
                        limits.components()));
    }

    /** Each component once, in the order of first mention, without those that are not affected. */
    static List<ComponentImpact> affected(List<ComponentImpact> impacts) {
        return lastWord(impacts).entrySet().stream()
                .filter(impact -> impact.getValue() != ComponentStatus.OPERATIONAL)
                .map(impact -> new ComponentImpact(impact.getKey(), impact.getValue()))
                .toList();
    }

    /** What the impacts change in an assessment. */
    static List<ComponentChange> changes(Assessment before, List<ComponentImpact> impacts) {
        return lastWord(impacts).entrySet().stream()
                .map(impact ->
                        new ComponentChange(impact.getKey(), before.statusOf(impact.getKey()), impact.getValue()))
                .filter(change -> change.from() != change.to())
                .toList();
    }

    private static Map<ComponentId, ComponentStatus> lastWord(List<ComponentImpact> impacts) {
        Map<ComponentId, ComponentStatus> byComponent = new LinkedHashMap<>();
        impacts.forEach(impact -> byComponent.put(impact.component(), impact.status()));
        return byComponent;
    }
}
