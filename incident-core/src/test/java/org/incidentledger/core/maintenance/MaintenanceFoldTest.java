package org.incidentledger.core.maintenance;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.incidentledger.core.maintenance.MaintenanceTest.CANCELLED;
import static org.incidentledger.core.maintenance.MaintenanceTest.COMPLETED;
import static org.incidentledger.core.maintenance.MaintenanceTest.LATER;
import static org.incidentledger.core.maintenance.MaintenanceTest.POSTED;
import static org.incidentledger.core.maintenance.MaintenanceTest.RETRACTED;
import static org.incidentledger.core.maintenance.MaintenanceTest.SCHEDULED;
import static org.incidentledger.core.maintenance.MaintenanceTest.STARTED;
import static org.incidentledger.core.maintenance.MaintenanceTest.U1;
import static org.incidentledger.core.maintenance.MaintenanceTest.VERIFYING;
import static org.incidentledger.core.maintenance.MaintenanceTest.WINDOW;
import static org.incidentledger.core.maintenance.MaintenanceTest.given;

import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.core.decision.ImpossibleEventException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaintenanceFoldTest {
    @ParameterizedTest
    @MethodSource
    void an_event_stops_the_fold(List<MaintenanceEvent> history) {
        Maintenance before = given(history.subList(0, history.size() - 1)).state();

        assertThatExceptionOfType(ImpossibleEventException.class)
                .isThrownBy(() -> before.evolve(history.get(history.size() - 1)));
    }

    static Stream<List<MaintenanceEvent>> an_event_stops_the_fold() {
        MaintenanceEvent moved = new MaintenanceEvent.MaintenanceRescheduled(LATER, WINDOW, "late");
        return Stream.of(
                List.of(STARTED),
                List.of(SCHEDULED, SCHEDULED),
                List.of(SCHEDULED, STARTED, STARTED),
                List.of(SCHEDULED, VERIFYING),
                List.of(SCHEDULED, COMPLETED),
                List.of(SCHEDULED, CANCELLED, CANCELLED),
                List.of(SCHEDULED, moved),
                List.of(SCHEDULED, CANCELLED, new MaintenanceEvent.MaintenanceRescheduled(WINDOW, LATER, "late")),
                List.of(SCHEDULED, POSTED, POSTED),
                List.of(SCHEDULED, RETRACTED),
                List.of(SCHEDULED, new MaintenanceEvent.MaintenanceUpdateCorrected(U1, "a", "b", "c")),
                List.of(SCHEDULED, POSTED, new MaintenanceEvent.MaintenanceUpdateCorrected(U1, "a", "b", "c")),
                List.of(SCHEDULED, new MaintenanceEvent.MaintenanceTitleCorrected("a", "b", "c")));
    }
}
