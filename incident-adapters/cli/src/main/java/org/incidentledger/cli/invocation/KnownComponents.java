package org.incidentledger.cli.invocation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.projections.replay.Documents;
import org.incidentledger.projections.status.ComponentHistory;
import org.incidentledger.projections.status.ComponentProjection;

/** Guards against components that are misspelled: a command may name only those of the catalog. */
public final class KnownComponents {
    private static final int SHOWN = 20;

    private KnownComponents() {}

    /** @throws Failure when one of the components is not in the catalog, naming those that are */
    public static void require(List<ComponentId> named, IncidentLedger ledger, Invocation invocation) {
        if (named.isEmpty()) {
            return;
        }
        invocation.awaitViews(ledger);
        Documents<ComponentHistory> known = ledger.views().of(new ComponentProjection());
        for (ComponentId component : named) {
            if (known.get(component.value()).isEmpty()) {
                throw Failure.badInput(
                        "there is no component %s; %s add it with: incident component add --component %s --name NAME"
                                .formatted(component, listed(known), component));
            }
        }
    }

    private static String listed(Documents<ComponentHistory> known) {
        try (Stream<ComponentHistory> all = known.all()) {
            List<String> ids = all.map(ComponentHistory::id).limit(SHOWN + 1L).toList();
            if (ids.isEmpty()) {
                return "the catalog is empty;";
            }
            return "known are: %s%s;"
                    .formatted(
                            ids.stream().limit(SHOWN).collect(Collectors.joining(", ")),
                            ids.size() > SHOWN ? ", …" : "");
        }
    }
}
