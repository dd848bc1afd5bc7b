package org.incidentledger.contracts.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.incident.ComponentImpact;
import org.incidentledger.core.incident.Incident;
import org.incidentledger.core.incident.IncidentId;

/** What an idea for an incident may look at and draw from. */
record Situation(World world, IncidentId incident, Incident state) {
    Choice choice() {
        return world.choice();
    }

    String title() {
        return choice().text(Scenario.LIMITS.title());
    }

    String line() {
        return choice().text(Scenario.LIMITS.line());
    }

    /** Mostly one that is known, if any is. */
    <T> T knownOr(Collection<T> known, T other) {
        return known.isEmpty() || choice().oneIn(5) ? other : choice().of(new ArrayList<>(known));
    }

    List<ComponentImpact> impacts() {
        return choice().some(
                        Scenario.LIMITS.components() + (choice().oneIn(10) ? 1 : -1),
                        () -> new ComponentImpact(
                                new ComponentId(choice().name("c", 6)), choice().of(ComponentStatus.class)));
    }

    /** Mostly a while ago, at times in the future. */
    Instant sometime() {
        return world.now().plusSeconds(choice().oneIn(15) ? 61 : -choice().below(50_000));
    }
}
