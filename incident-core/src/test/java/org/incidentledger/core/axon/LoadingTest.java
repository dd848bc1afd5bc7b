package org.incidentledger.core.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.incidentledger.core.incident.ContainmentEvent;
import org.incidentledger.core.incident.Incident;
import org.incidentledger.core.ledger.LedgerException;
import org.junit.jupiter.api.Test;

class LoadingTest {
    private static final ContainmentEvent CONTAINED = new ContainmentEvent.IncidentContained("isolated");

    @Test
    void an_event_that_cannot_follow_stops_with_its_position_and_id() {
        EventMessage<?> read = new GenericEventMessage<>(CONTAINED, Map.of(Headers.POSITION, 41L));

        assertThatThrownBy(() -> Loading.next(read, () -> Incident.UNREPORTED.evolve(CONTAINED)))
                .isInstanceOfSatisfying(
                        LedgerException.Corrupt.class,
                        e -> assertThat(e.position()).isEqualTo(41))
                .hasMessageContaining(read.getIdentifier())
                .hasMessageContaining("IncidentContained cannot follow the state unreported");
    }
}
