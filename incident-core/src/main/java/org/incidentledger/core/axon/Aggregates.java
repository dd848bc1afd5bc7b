package org.incidentledger.core.axon;

import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.incidentledger.core.catalog.CatalogDecider;
import org.incidentledger.core.incident.IncidentDecider;
import org.incidentledger.core.incident.IncidentPolicy;
import org.incidentledger.core.maintenance.MaintenanceDecider;
import org.incidentledger.core.subject.SubjectDecider;

/** Registers the aggregates of the ledger with Axon. */
public final class Aggregates {
    private Aggregates() {}

    /** Registers them so that each command reads its aggregate anew, for a ledger to which other processes append as well. */
    public static Configurer register(Configurer configurer, IncidentPolicy policy) {
        return register(configurer, policy, 0);
    }

    /**
     * Registers the incident, the maintenance, the catalog and the subject, deciding by a policy. Commands answer with a
     * {@link org.incidentledger.core.decision.Decision}; they must carry {@link Headers}.
     *
     * @param kept how many aggregates stay in memory after a command. Only for a process that alone appends to its ledger: elsewhere
     *     one that lags behind might refuse what is right
     */
    public static Configurer register(Configurer configurer, IncidentPolicy policy, int kept) {
        RecentAggregates recent = new RecentAggregates(kept);
        return configurer
                .registerComponent(IncidentDecider.class, c -> new IncidentDecider(policy))
                .registerComponent(MaintenanceDecider.class, c -> new MaintenanceDecider(policy.limits()))
                .registerComponent(CatalogDecider.class, c -> new CatalogDecider(policy.limits()))
                .registerComponent(SubjectDecider.class, c -> new SubjectDecider(policy.limits()))
                .configureAggregate(aggregate(IncidentAggregate.class, kept, recent))
                .configureAggregate(aggregate(MaintenanceAggregate.class, kept, recent))
                .configureAggregate(aggregate(CatalogAggregate.class, kept, recent))
                .configureAggregate(aggregate(SubjectAggregate.class, kept, recent));
    }

    private static <A> AggregateConfigurer<A> aggregate(Class<A> type, int kept, Cache recent) {
        AggregateConfigurer<A> configurer = AggregateConfigurer.defaultConfiguration(type)
                .configureCommandTargetResolver(c -> new CommandStreams());
        return kept > 0 ? configurer.configureCache(c -> recent) : configurer;
    }
}
