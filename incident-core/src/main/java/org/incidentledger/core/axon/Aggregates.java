package org.incidentledger.core.axon;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
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
        return configurer
                .registerComponent(IncidentDecider.class, c -> new IncidentDecider(policy))
                .registerComponent(MaintenanceDecider.class, c -> new MaintenanceDecider(policy.limits()))
                .registerComponent(CatalogDecider.class, c -> new CatalogDecider(policy.limits()))
                .registerComponent(SubjectDecider.class, c -> new SubjectDecider(policy.limits()))
                .configureAggregate(aggregate(IncidentAggregate.class, recent))
                .configureAggregate(aggregate(MaintenanceAggregate.class, recent))
                .configureAggregate(aggregate(CatalogAggregate.class, recent))
                .configureAggregate(aggregate(SubjectAggregate.class, recent));
    }

    private static <A> AggregateConfigurer<A> aggregate(Class<A> type, @Nullable RecentAggregates recent) {
        AggregateConfigurer<A> configurer = AggregateConfigurer.defaultConfiguration(type)
                .configureCommandTargetResolver(c -> new CommandStreams());
        return recent == null ? configurer : configurer.configureCache(c -> recent);
    }
}
