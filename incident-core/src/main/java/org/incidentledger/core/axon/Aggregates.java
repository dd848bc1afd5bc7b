package org.incidentledger.core.axon;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.incidentledger.core.catalog.CatalogDecider;
import org.incidentledger.core.incident.IncidentDecider;
import org.incidentledger.core.incident.IncidentPolicy;
import org.incidentledger.core.maintenance.MaintenanceDecider;
import org.incidentledger.core.subject.SubjectDecider;
import org.jspecify.annotations.Nullable;

/** Registers the aggregates of the ledger with Axon. */
public final class Aggregates {
    private Aggregates() {}

    /** Registers them so that each command reads its aggregate anew. */
    public static Configurer register(Configurer configurer, IncidentPolicy policy) {
        return register(configurer, policy, null);
    }

    /**
     * Registers the incident, the maintenance, the catalog and the subject, deciding by a policy. Commands answer with a
     * {@link org.incidentledger.core.decision.Decision}; they must carry {@link Headers}.
     *
     * @param recent keeps aggregates after a command, if any shall be kept. Where other processes append to the same ledger, one of them
     *     may lag behind: what it accepts cannot be appended, but what it refuses must be asked again after it was forgotten
     */
    public static Configurer register(Configurer configurer, IncidentPolicy policy, @Nullable RecentAggregates recent) {
        return register(configurer, policy, recent, null);
    }

    /**
     * The same, with snapshots in the event store.
     *
     * @param snapshots none are taken when absent
     */
    public static Configurer register(
            Configurer configurer,
            IncidentPolicy policy,
            @Nullable RecentAggregates recent,
            @Nullable Snapshotting snapshots) {
        if (snapshots != null) {
            configurer.registerComponent(Snapshotter.class, c -> snapshotter(c, snapshots));
        }
        return configurer
                .registerComponent(IncidentDecider.class, c -> new IncidentDecider(policy))
                .registerComponent(MaintenanceDecider.class, c -> new MaintenanceDecider(policy.limits()))
                .registerComponent(CatalogDecider.class, c -> new CatalogDecider(policy.limits()))
                .registerComponent(SubjectDecider.class, c -> new SubjectDecider(policy.limits()))
                .configureAggregate(aggregate(IncidentAggregate.class, recent, snapshots))
                .configureAggregate(aggregate(MaintenanceAggregate.class, recent, snapshots))
                .configureAggregate(aggregate(CatalogAggregate.class, recent, snapshots))
                .configureAggregate(aggregate(SubjectAggregate.class, recent, snapshots));
    }

    private static Snapshotter snapshotter(Configuration axon, Snapshotting snapshots) {
        List<AggregateFactory<?>> factories = new ArrayList<>();
        for (AggregateConfiguration<?> aggregate : axon.findModules(AggregateConfiguration.class)) {
            factories.add(aggregate.aggregateFactory());
        }
        return AggregateSnapshotter.builder()
                .eventStore(axon.eventStore())
                .executor(snapshots.executor())
                .transactionManager(snapshots.transactions())
                .repositoryProvider(axon::repository)
                .parameterResolverFactory(axon.parameterResolverFactory())
                .handlerDefinition(axon.handlerDefinition(Aggregates.class))
                .aggregateFactories(factories)
                .build();
    }

    private static <A> AggregateConfigurer<A> aggregate(
            Class<A> type, @Nullable RecentAggregates recent, @Nullable Snapshotting snapshots) {
        AggregateConfigurer<A> configurer = AggregateConfigurer.defaultConfiguration(type)
                .configureCommandTargetResolver(c -> new CommandStreams());
        if (snapshots != null) {
            configurer.configureSnapshotTrigger(
                    c -> new EventCountSnapshotTriggerDefinition(c.snapshotter(), snapshots.everyEvents()));
        }
        return recent == null ? configurer : configurer.configureCache(c -> recent);
    }
}
