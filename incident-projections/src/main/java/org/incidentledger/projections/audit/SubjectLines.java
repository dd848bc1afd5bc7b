package org.incidentledger.projections.audit;

import java.util.List;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.subject.SubjectEvent;

/** How what happens to the values about a subject reads in the audit trail. */
final class SubjectLines {
    private SubjectLines() {}

    static Told tell(ActorRef subject, SubjectEvent event) {
        return switch (event) {
            case SubjectEvent.SubjectDescribed e ->
                Told.that("described %s, sealed".formatted(subject))
                        .set("name", Fields.sealed(e.name()))
                        .set("contact", Fields.sealed(e.contact()));
            case SubjectEvent.ValuesOpened e ->
                Told.that("opened %s: %s".formatted(counted(e.values(), subject), Told.line(e.reason())))
                        .set("values", e.values())
                        .set("purpose", e.purpose())
                        .set("reason", e.reason());
            case SubjectEvent.SubjectErased e ->
                Told.that("erased %s: %s".formatted(counted(e.values(), subject), Told.line(e.ground())))
                        .set("values", e.values())
                        .set("request", e.request())
                        .set("ground", e.ground());
        };
    }

    private static String counted(List<UUID> values, ActorRef subject) {
        return "%s about %s".formatted(Told.count(values.size(), "sealed value"), subject);
    }
}
