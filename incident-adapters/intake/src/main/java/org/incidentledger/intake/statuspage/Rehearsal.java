package org.incidentledger.intake.statuspage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import org.incidentledger.core.catalog.CatalogDecider;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.incident.IncidentDecider;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.IncidentPolicy;
import org.incidentledger.core.maintenance.MaintenanceDecider;
import org.incidentledger.core.maintenance.MaintenanceEvent;

/**
 * Collects the steps of a plan, each decided by the rules before any is sent: what the ledger would refuse is found while
 * nothing is done. For use by one thread.
 */
final class Rehearsal {
    /** What an entry holds beside the data of its event, generously. */
    private static final int ENVELOPE_BYTES = 1_000;

    private final SourcePage source;
    private final IncidentDecider incidents;
    private final MaintenanceDecider maintenances;
    private final CatalogDecider catalog;
    private final Instant now;
    private final EventCodec codec = new EventCodec();
    private final List<Step> steps = new ArrayList<>();

    Rehearsal(SourcePage source, IncidentPolicy policy, Instant now) {
        this.source = source;
        this.incidents = new IncidentDecider(policy);
        this.maintenances = new MaintenanceDecider(policy.limits());
        this.catalog = new CatalogDecider(policy.limits());
        this.now = now;
    }

    SourcePage source() {
        return source;
    }

    Instant now() {
        return now;
    }

    /** The instant, or now when the source says one that is still to come. */
    Instant past(Instant instant) {
        return instant.isAfter(now) ? now : instant;
    }

    /** Every step in the order of its turn. */
    List<Step> steps() {
        return steps.stream().sorted(Comparator.comparing(Step::turn)).toList();
    }

    KnownIncident add(KnownIncident before, Step.Turn turn, SourceCommand.ToIncident to, Occasion occasion) {
        CommandHeader header = header(before.state().events(), to, occasion);
        Decision<IncidentEvent> decision = incidents.decide(before.state(), to.command(), header);
        return after(before, granted(decision, occasion), KnownIncident::after, step(turn, to, header, occasion));
    }

    KnownMaintenance add(KnownMaintenance before, Step.Turn turn, SourceCommand.ToMaintenance to, Occasion occasion) {
        CommandHeader header = header(before.state().events(), to, occasion);
        Decision<MaintenanceEvent> decision = maintenances.decide(before.state(), to.command(), header);
        return after(before, granted(decision, occasion), KnownMaintenance::after, step(turn, to, header, occasion));
    }

    KnownCatalog add(KnownCatalog before, Step.Turn turn, SourceCommand.ToCatalog to, Occasion occasion) {
        CommandHeader header = header(before.state().events(), to, occasion);
        Decision<CatalogEvent> decision = catalog.decide(before.state(), to.command(), header);
        return after(before, granted(decision, occasion), KnownCatalog::after, step(turn, to, header, occasion));
    }

    private <K, E> K after(K before, List<E> events, BiFunction<K, E, K> fold, Step step) {
        K known = before;
        for (E event : events) {
            known = fold.apply(known, event);
        }
        steps.add(step);
        return known;
    }

    private static Step step(Step.Turn turn, SourceCommand to, CommandHeader header, Occasion occasion) {
        return new Step(turn, to, header.commandId(), occasion.at(), occasion.subject());
    }

    /**
     * Named by what is said, and by how long the stream was when it was said: two mirrors that run at once give one step one
     * id, and a text that changes to and fro is a new command each time.
     */
    private UUID commandId(long streamLength, SourceCommand command) {
        String name = "%s\n%s\n%d\n%s".formatted(source.source(), command.stream(), streamLength, command);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private CommandHeader header(long streamLength, SourceCommand command, Occasion occasion) {
        return new CommandHeader(commandId(streamLength, command), ActorRef.SYSTEM, occasion.at(), now, null, null);
    }

    private <E> List<E> granted(Decision<E> decision, Occasion occasion) {
        List<E> events = switch (decision) {
            case Decision.Accepted<E> accepted -> accepted.events();
            case Decision.Refused<E> refused -> throw new ImportRefusedException(occasion.subject(), refused.refusal());
        };
        for (E event : events) {
            requireFits(event, occasion);
        }
        return events;
    }

    private void requireFits(Object event, Occasion occasion) {
        int bytes = codec.encode(event).data().getBytes(StandardCharsets.UTF_8).length + ENVELOPE_BYTES;
        if (bytes > Limits.ENTRY_BYTES) {
            throw new ImportRefusedException(
                    occasion.subject(),
                    new Refusal(
                            Rule.ENTRY_TOO_LARGE,
                            String.format(
                                    Locale.ROOT,
                                    "its entry would have about %,d bytes, the limit is %,d; shorten the text",
                                    bytes,
                                    Limits.ENTRY_BYTES)));
        }
    }

    /**
     * When a step happened and what it is about.
     *
     * @param subject such as {@code incident 5hjghvwvqztc, update 4e5aa6cefac4}
     */
    record Occasion(Instant at, String subject) {}
}
