package org.incidentledger.projections.measures;

import java.time.Instant;
import org.incidentledger.core.incident.AssessmentEvent;
import org.incidentledger.core.incident.ContainmentEvent;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.core.incident.PublicationEvent;
import org.incidentledger.core.incident.Severity;
import org.jspecify.annotations.Nullable;

/** Measures in the making: taken from some, changed by one event, given back as the next. */
final class MeasuresEdit {
    private final String incident;
    private final boolean exercise;
    private final Instant reported;
    private final @Nullable Instant started;

    private IncidentKind kind;
    private Severity severity;
    private Severity highestSeverity;
    private @Nullable Instant acknowledged;
    private @Nullable Instant contained;
    private @Nullable Instant resolved;
    private @Nullable Instant firstPublicNotice;
    private @Nullable Instant closed;
    private @Nullable Instant dismissed;

    MeasuresEdit(IncidentMeasures before) {
        incident = before.incident();
        exercise = before.exercise();
        reported = before.reported();
        started = before.started();
        kind = before.kind();
        severity = before.severity();
        highestSeverity = before.highestSeverity();
        acknowledged = before.acknowledged();
        contained = before.contained();
        resolved = before.resolved();
        firstPublicNotice = before.firstPublicNotice();
        closed = before.closed();
        dismissed = before.dismissed();
    }

    private MeasuresEdit(LifecycleEvent.IncidentReported event, Instant at) {
        incident = event.incident().value();
        exercise = event.exercise();
        reported = at;
        started = event.startedAt();
        kind = event.kind();
        severity = event.severity();
        highestSeverity = event.severity();
    }

    static MeasuresEdit reported(LifecycleEvent.IncidentReported event, Instant at) {
        return new MeasuresEdit(event, at);
    }

    IncidentMeasures done() {
        return new IncidentMeasures(
                incident,
                exercise,
                kind,
                severity,
                highestSeverity,
                started,
                reported,
                acknowledged,
                contained,
                resolved,
                firstPublicNotice,
                closed,
                dismissed);
    }

    void take(IncidentEvent event, Instant at) {
        switch (event) {
            case LifecycleEvent e -> take(e, at);
            case AssessmentEvent.IncidentAssessed e -> assess(e);
            case ContainmentEvent.IncidentContained e -> contained = earliest(contained, at);
            case PublicationEvent.PublicUpdatePosted e -> firstPublicNotice = earliest(firstPublicNotice, at);
            case PostMortemEvent.PostMortemPublished e -> closed = earliest(closed, at);
            case PostMortemEvent.PostMortemWaived e -> closed = earliest(closed, at);
            case IncidentEvent e -> {}
        }
    }

    private void take(LifecycleEvent event, Instant at) {
        switch (event) {
            case LifecycleEvent.IncidentReported e -> {}
            case LifecycleEvent.IncidentAcknowledged e -> acknowledged = earliest(acknowledged, at);
            case LifecycleEvent.IncidentResolved e -> resolved = at;
            case LifecycleEvent.IncidentReopened e -> {
                resolved = null;
                closed = null;
            }
            case LifecycleEvent.ReportRejected e -> dismissed = at;
            case LifecycleEvent.IncidentMerged e -> dismissed = at;
        }
    }

    private void assess(AssessmentEvent.IncidentAssessed event) {
        kind = event.kind() == null ? kind : event.kind().to();
        severity = event.severity() == null ? severity : event.severity().to();
        highestSeverity = severity.compareTo(highestSeverity) > 0 ? severity : highestSeverity;
    }

    private static Instant earliest(@Nullable Instant known, Instant at) {
        return known == null || at.isBefore(known) ? at : known;
    }
}
