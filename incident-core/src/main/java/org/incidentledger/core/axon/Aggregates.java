package org.incidentledger.core.axon;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.incidentledger.core.catalog.CatalogDecider;
import org.incidentledger.core.incident.IncidentDecider;
import org.incidentledger.core.incident.IncidentPolicy;
import org.incidentledger.core.maintenance.MaintenanceDecider;

/** Registers the aggregates of the ledger with Axon. */
public final class Aggregates {
    private Aggregates() {}

    /**
     * Registers the incident, the maintenance and the catalog, deciding by a policy. Commands answer with a
     * {@link org.incidentledger.core.decision.Decision}; they must carry {@link Headers}.
     */
    public static Configurer register(Configurer configurer, IncidentPolicy policy) {
        return configurer
                .registerComponent(IncidentDecider.class, c -> new IncidentDecider(policy))
                .registerComponent(MaintenanceDecider.class, c -> new MaintenanceDecider(policy.limits()))
                .registerComponent(CatalogDecider.class, c -> new CatalogDecider(policy.limits()))
                .configureAggregate(aggregate(IncidentAggregate.class))
                .configureAggregate(aggregate(MaintenanceAggregate.class))
                .configureAggregate(aggregate(CatalogAggregate.class));
    }

    private static <A> AggregateConfigurer<A> aggregate(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type).configureCommandTargetResolver(c -> new CommandStreams());
    }
}
