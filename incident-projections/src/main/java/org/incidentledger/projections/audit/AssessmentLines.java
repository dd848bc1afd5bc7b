package org.incidentledger.projections.audit;

import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.incident.AssessmentEvent;
import org.incidentledger.core.incident.ComponentChange;
import org.incidentledger.core.incident.FactChange;
import org.incidentledger.core.vocabulary.Words;

/** How assessments and roles read in the audit trail. */
final class AssessmentLines {
    private AssessmentLines() {}

    static Told tell(AssessmentEvent event) {
        return switch (event) {
            case AssessmentEvent.IncidentAssessed e -> assessed(e);
            case AssessmentEvent.RoleAssigned e ->
                Told.that("assigned the role %s to %s%s"
                                .formatted(
                                        Words.of(e.role()),
                                        e.assignee(),
                                        e.relieved() == null ? "" : ", who relieves " + e.relieved()))
                        .change(Words.of(e.role()), e.relieved(), e.assignee());
        };
    }

    private static Told assessed(AssessmentEvent.IncidentAssessed e) {
        Told told = Told.that("assessed the incident: %s".formatted(String.join(", ", points(e))));
        if (e.severity() != null) {
            told.change("severity", e.severity().from(), e.severity().to());
        }
        if (e.kind() != null) {
            told.change("kind", e.kind().from(), e.kind().to());
        }
        for (ComponentChange change : e.components()) {
            told.change("component " + change.component(), change.from(), change.to());
        }
        e.clientsAffected().forEach(client -> told.change("affected client", null, client));
        e.clientsCleared().forEach(client -> told.change("affected client", client, null));
        for (FactChange change : e.facts()) {
            told.change("fact " + change.name(), change.from(), change.to());
        }
        return told;
    }

    private static List<String> points(AssessmentEvent.IncidentAssessed e) {
        List<String> points = new ArrayList<>();
        if (e.severity() != null) {
            points.add("severity from %s to %s"
                    .formatted(
                            Words.of(e.severity().from()), Words.of(e.severity().to())));
        }
        if (e.kind() != null) {
            points.add("kind from %s to %s"
                    .formatted(Words.of(e.kind().from()), Words.of(e.kind().to())));
        }
        counted(points, e.components().size(), "component");
        counted(points, e.clientsAffected().size(), "affected client");
        counted(points, e.clientsCleared().size(), "cleared client");
        counted(points, e.facts().size(), "fact");
        return points;
    }

    private static void counted(List<String> points, int number, String noun) {
        if (number > 0) {
            points.add(Told.count(number, noun));
        }
    }
}
