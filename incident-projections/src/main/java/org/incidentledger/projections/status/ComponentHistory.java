package org.incidentledger.projections.status;

import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.projections.replay.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * What the page said of one component over time. What happened to it is in {@link ImpactHistory}; {@link StatusQuery} joins
 * the two.
 *
 * @param description what the page says now
 * @param earlier what it said before, in the order of the ledger
 * @param retired present while the component is off the page
 */
public record ComponentHistory(
        String id,
        ComponentDescription description,
        @Nullable ExternalRef external,
        Stamp added,
        List<Earlier> earlier,
        @Nullable Stamp retired) {
    public ComponentHistory {
        earlier = List.copyOf(earlier);
    }

    /** What the page said until some instant. */
    public record Earlier(ComponentDescription description, Stamp until) {}

    ComponentHistory described(ComponentDescription next, Stamp stamp) {
        List<Earlier> said = new ArrayList<>(earlier);
        said.add(new Earlier(description, stamp));
        return new ComponentHistory(id, next, external, added, said, retired);
    }

    ComponentHistory retired(@Nullable Stamp stamp) {
        return new ComponentHistory(id, description, external, added, earlier, stamp);
    }
}
