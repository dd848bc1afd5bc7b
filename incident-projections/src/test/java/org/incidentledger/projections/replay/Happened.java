package org.incidentledger.projections.replay;

import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.incident.AssessmentEvent.IncidentAssessed;
import org.incidentledger.core.incident.Change;
import org.incidentledger.core.incident.ComponentChange;
import org.incidentledger.core.incident.ComponentImpact;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleEvent.IncidentReopened;
import org.incidentledger.core.incident.LifecycleEvent.IncidentReported;
import org.incidentledger.core.incident.LifecycleEvent.IncidentResolved;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationEvent.PublicUpdatePosted;
import org.incidentledger.core.incident.ReportSource;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.maintenance.MaintenanceEvent.MaintenanceScheduled;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.core.vocabulary.Words;
import org.jspecify.annotations.Nullable;

/** Events as tests need them most: what a test does not speak of has a plain value. */
public final class Happened {
    private Happened() {}

    /** An outage of minor severity; impacts are written {@code web major-outage}. */
    public static IncidentReported reported(String id, String... impacts) {
        return reported(id, false, null, impacts);
    }

    public static IncidentReported drill(String id, String... impacts) {
        return reported(id, true, null, impacts);
    }

    public static IncidentReported startedAt(String time, String id, String... impacts) {
        return reported(id, false, time, impacts);
    }

    public static PublicUpdatePosted posted(String update, PublicStatus status, String text, String... changes) {
        return new PublicUpdatePosted(new UpdateId(update), status, text, changes(changes), null, null);
    }

    public static PublicUpdatePosted displayed(String time, String update, PublicStatus status) {
        return new PublicUpdatePosted(
                new UpdateId(update), status, "text of " + update, List.of(), RecordedHistory.instant(time), null);
    }

    /** An assessment of components; changes are written {@code web operational major-outage}. */
    public static IncidentAssessed assessed(String... changes) {
        return new IncidentAssessed(null, null, changes(changes), List.of(), List.of(), List.of());
    }

    public static IncidentAssessed assessed(Severity from, Severity to) {
        return new IncidentAssessed(new Change<>(from, to), null, List.of(), List.of(), List.of(), List.of());
    }

    public static IncidentResolved resolved() {
        return new IncidentResolved("it is over", List.of());
    }

    public static IncidentReopened reopened() {
        return new IncidentReopened("it came back");
    }

    public static MaintenanceScheduled scheduled(String id, String from, String until, String... components) {
        return new MaintenanceScheduled(
                new MaintenanceId(id),
                "New disks",
                Stream.of(components).map(ComponentId::new).toList(),
                window(from, until),
                null);
    }

    public static Window window(String from, String until) {
        return new Window(RecordedHistory.instant(from), RecordedHistory.instant(until));
    }

    private static IncidentReported reported(String id, boolean exercise, @Nullable String started, String... impacts) {
        return new IncidentReported(
                new IncidentId(id),
                "Outage",
                IncidentKind.AVAILABILITY,
                Severity.MINOR,
                ReportSource.MONITORING,
                null,
                null,
                started == null ? null : RecordedHistory.instant(started),
                Stream.of(impacts).map(Happened::impact).toList(),
                exercise,
                null,
                null);
    }

    private static ComponentImpact impact(String written) {
        String[] words = written.split(" ", -1);
        return new ComponentImpact(new ComponentId(words[0]), status(words[1]));
    }

    private static List<ComponentChange> changes(String... written) {
        return Stream.of(written)
                .map(change -> change.split(" ", -1))
                .map(words -> new ComponentChange(new ComponentId(words[0]), status(words[1]), status(words[2])))
                .toList();
    }

    private static ComponentStatus status(String word) {
        return Words.parse(ComponentStatus.class, word);
    }
}
