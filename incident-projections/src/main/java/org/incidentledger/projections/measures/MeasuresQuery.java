package org.incidentledger.projections.measures;

import java.util.function.Predicate;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Of which incidents the measures are wanted. Rejected reports and merged incidents never are: their times say nothing.
 *
 * @param exercise drills instead of real incidents; never both, a drill is no evidence of how fast one is
 * @param kind only of that kind; {@code null} for every kind
 * @param highestSeverity only of incidents that were that grave at their worst; {@code null} for all
 */
public record MeasuresQuery(
        boolean exercise,
        @Nullable IncidentKind kind,
        @Nullable Severity highestSeverity) implements Predicate<IncidentMeasures> {
    /** Every real incident. */
    public static final MeasuresQuery REAL = new MeasuresQuery(false, null, null);

    /** Every drill. */
    public static final MeasuresQuery DRILLS = new MeasuresQuery(true, null, null);

    @Override
    public boolean test(IncidentMeasures incident) {
        return incident.dismissed() == null
                && incident.exercise() == exercise
                && (kind == null || kind == incident.kind())
                && (highestSeverity == null || highestSeverity == incident.highestSeverity());
    }
}
