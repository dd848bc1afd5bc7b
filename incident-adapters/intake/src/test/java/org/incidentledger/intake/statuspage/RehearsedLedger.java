package org.incidentledger.intake.statuspage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.catalog.CatalogDecider;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentDecider;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentPolicy;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.maintenance.MaintenanceDecider;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.maintenance.MaintenanceId;

/** A ledger that is nothing but the rules: takes steps of a plan and local commands, and remembers what they said. */
final class RehearsedLedger implements History {
    /** What was said, without what differs from run to run. */
    record Said(StreamId stream, Instant occurredAt, Object event) {}

    private final Instant now;
    private final IncidentDecider incidentDecider = new IncidentDecider(IncidentPolicy.DEFAULT);
    private final MaintenanceDecider maintenanceDecider = new MaintenanceDecider(Limits.DEFAULT);
    private final CatalogDecider catalogDecider = new CatalogDecider(Limits.DEFAULT);
    private final Map<IncidentId, KnownIncident> incidents = new HashMap<>();
    private final Map<MaintenanceId, KnownMaintenance> maintenances = new HashMap<>();
    private final Set<UUID> commandIds = new HashSet<>();
    private final List<Said> said = new ArrayList<>();
    private KnownCatalog catalog = KnownCatalog.NONE;

    RehearsedLedger(Instant now) {
        this.now = now;
    }

    /** Plans what the document tells, and carries out as much of it as fits; the answer is the whole plan. */
    List<Step> mirror(StatuspageDocument document, int atMost) {
        List<Step> steps = plan(document).steps();
        steps.stream().limit(atMost).forEach(this::take);
        return steps;
    }

    List<Step> mirror(StatuspageDocument document) {
        return mirror(document, Integer.MAX_VALUE);
    }

    MirrorPlan plan(StatuspageDocument document) {
        return MirrorPlan.of(document, this, IncidentPolicy.DEFAULT, now);
    }

    List<Said> said() {
        return said;
    }

    /** What was said of one incident or maintenance, in order. */
    List<Object> saidOf(String stream) {
        return said.stream()
                .filter(one -> one.stream().equals(StreamId.parse(stream)))
                .map(Said::event)
                .toList();
    }

    /** The events of one type among these. */
    <E> List<E> saidOf(String stream, Class<E> type) {
        return saidOf(stream).stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Carries one step out, as a ledger would: under an id that was used before it does nothing. */
    void take(Step step) {
        if (!commandIds.add(step.commandId())) {
            return;
        }
        switch (step.command()) {
            case SourceCommand.ToIncident to -> send(to.command(), step.occurredAt());
            case SourceCommand.ToMaintenance to -> send(to.command(), step.occurredAt());
            case SourceCommand.ToCatalog to -> send(to.command(), step.occurredAt());
        }
    }

    void send(IncidentCommand command, Instant at) {
        for (IncidentEvent event :
                granted(incidentDecider.decide(incident(command.incident()).state(), command, header(at)))) {
            incidents.put(command.incident(), incident(command.incident()).after(event));
            said.add(new Said(new SourceCommand.ToIncident(command).stream(), at, event));
        }
    }

    void send(MaintenanceCommand command, Instant at) {
        for (MaintenanceEvent event : granted(
                maintenanceDecider.decide(maintenance(command.maintenance()).state(), command, header(at)))) {
            maintenances.put(
                    command.maintenance(), maintenance(command.maintenance()).after(event));
            said.add(new Said(new SourceCommand.ToMaintenance(command).stream(), at, event));
        }
    }

    void send(CatalogCommand command, Instant at) {
        for (CatalogEvent event : granted(catalogDecider.decide(catalog.state(), command, header(at)))) {
            catalog = catalog.after(event);
            said.add(new Said(new SourceCommand.ToCatalog(command).stream(), at, event));
        }
    }

    @Override
    public KnownCatalog catalog() {
        return catalog;
    }

    @Override
    public KnownIncident incident(IncidentId id) {
        return incidents.getOrDefault(id, KnownIncident.NONE);
    }

    @Override
    public KnownMaintenance maintenance(MaintenanceId id) {
        return maintenances.getOrDefault(id, KnownMaintenance.NONE);
    }

    private CommandHeader header(Instant at) {
        return new CommandHeader(new UUID(0, 0), ActorRef.SYSTEM, at, now, null, null);
    }

    private static <E> List<E> granted(Decision<E> decision) {
        return switch (decision) {
            case Decision.Accepted<E> accepted -> accepted.events();
            case Decision.Refused<E> refused ->
                throw new AssertionError(refused.refusal().message());
        };
    }
}
