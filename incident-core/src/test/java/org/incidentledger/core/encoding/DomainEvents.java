package org.incidentledger.core.encoding;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.ledger.LedgerEvent;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.subject.SubjectEvent;

/** Every event class of the domain, found through the sealed families and not through the table under test. */
final class DomainEvents {
    private DomainEvents() {}

    static List<Class<?>> all() {
        return Stream.of(
                        IncidentEvent.class,
                        MaintenanceEvent.class,
                        CatalogEvent.class,
                        SubjectEvent.class,
                        LedgerEvent.class)
                .flatMap(DomainEvents::leaves)
                .toList();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(DomainEvents::leaves)
                : Stream.of(type);
    }
}
