package org.incidentledger.contracts.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.incidentledger.core.catalog.Catalog;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.catalog.CatalogDecider;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Times;
import org.incidentledger.core.incident.Incident;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentDecider;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.maintenance.Maintenance;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.maintenance.MaintenanceDecider;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.maintenance.MaintenanceId;

/** The states that a scenario has brought about so far, and its clock. */
final class World {
    private static final int INCIDENTS = 4;
    private static final int MAINTENANCES = 2;

    private final Choice choice;
    private final IncidentDecider incidentDecider = new IncidentDecider(Scenario.POLICY);
    private final MaintenanceDecider maintenanceDecider = new MaintenanceDecider(Scenario.LIMITS);
    private final CatalogDecider catalogDecider = new CatalogDecider(Scenario.LIMITS);
    private final Map<IncidentId, Incident> incidents = new LinkedHashMap<>();
    private final Map<IncidentId, IncidentId> mergedInto = new HashMap<>();
    private final Map<MaintenanceId, Maintenance> maintenances = new LinkedHashMap<>();
    private Catalog catalog = Catalog.EMPTY;
    private Instant now = Instant.parse("2026-01-05T08:00:00Z");

    World(Choice choice) {
        this.choice = choice;
    }

    Choice choice() {
        return choice;
    }

    Instant now() {
        return now;
    }

    /** Sends one more command. */
    Step next() {
        now = now.plus(choice.oneIn(5) ? Duration.ZERO : Duration.ofNanos(choice.below(1_000_000_000) * 5_000L));
        return switch (choice.below(20)) {
            case 0, 1 -> send(new CatalogIdeas(choice).next(catalog));
            case 2, 3, 4 -> {
                MaintenanceId id = new MaintenanceId(choice.name("m", MAINTENANCES));
                yield send(new MaintenanceIdeas(this).next(id, maintenances.getOrDefault(id, Maintenance.UNSCHEDULED)));
            }
            default -> {
                // The first incident is met most often, so that some become long.
                IncidentId id = choice.oneIn(2) ? new IncidentId("i0") : anyIncident();
                yield send(new IncidentIdeas(this).next(id, incidents.getOrDefault(id, Incident.UNREPORTED)));
            }
        };
    }

    IncidentId anyIncident() {
        return new IncidentId(choice.name("i", INCIDENTS));
    }

    /** The incident followed by what it was merged into; empty when it was never reported. */
    List<IncidentId> lineage(IncidentId incident) {
        List<IncidentId> lineage = new ArrayList<>();
        if (incidents.containsKey(incident)) {
            for (IncidentId next = incident; next != null; next = mergedInto.get(next)) {
                lineage.add(next);
            }
        }
        return lineage;
    }

    private Step send(IncidentCommand command) {
        Incident before = incidents.getOrDefault(command.incident(), Incident.UNREPORTED);
        CommandHeader header = header();
        Decision<IncidentEvent> decision = incidentDecider.decide(before, command, header);
        Incident after = before;
        if (decision instanceof Decision.Accepted<IncidentEvent> accepted) {
            for (IncidentEvent event : accepted.events()) {
                after = after.evolve(event);
                if (event instanceof LifecycleEvent.IncidentMerged merged) {
                    mergedInto.put(command.incident(), merged.into());
                }
            }
            incidents.put(command.incident(), after);
        }
        return new Step.OfIncident(before, command, header, decision, after);
    }

    private Step send(MaintenanceCommand command) {
        Maintenance before = maintenances.getOrDefault(command.maintenance(), Maintenance.UNSCHEDULED);
        CommandHeader header = header();
        Decision<MaintenanceEvent> decision = maintenanceDecider.decide(before, command, header);
        Maintenance after = before;
        if (decision instanceof Decision.Accepted<MaintenanceEvent> accepted) {
            for (MaintenanceEvent event : accepted.events()) {
                after = after.evolve(event);
            }
            maintenances.put(command.maintenance(), after);
        }
        return new Step.OfMaintenance(before, command, header, decision, after);
    }

    private Step send(CatalogCommand command) {
        Catalog before = catalog;
        CommandHeader header = header();
        Decision<CatalogEvent> decision = catalogDecider.decide(before, command, header);
        if (decision instanceof Decision.Accepted<CatalogEvent> accepted) {
            for (CatalogEvent event : accepted.events()) {
                catalog = catalog.evolve(event);
            }
        }
        return new Step.OfCatalog(before, command, header, decision, catalog);
    }

    private CommandHeader header() {
        return new CommandHeader(
                choice.uuid(),
                choice.actor(),
                occurredAt(),
                now,
                choice.maybe(choice::uuid),
                choice.oneIn(4) ? choice.text(Scenario.LIMITS.line()) : null);
    }

    private Instant occurredAt() {
        return switch (choice.below(40)) {
            case 0 -> now.plus(Times.CLOCK_TOLERANCE);
            case 1 -> now.plus(Times.CLOCK_TOLERANCE).plusMillis(1);
            case 2 -> Instant.EPOCH;
            case 3, 4, 5, 6, 7, 8, 9 -> now.minusSeconds(choice.below(10_000));
            default -> now;
        };
    }
}
