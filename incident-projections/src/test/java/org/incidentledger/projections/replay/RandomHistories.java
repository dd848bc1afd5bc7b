package org.incidentledger.projections.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.subject.SubjectEvent;

/**
 * Histories by chance, of every event there is. A stream begins as it must; what follows would not be granted by any decider,
 * which is wilder than what a fold will ever see. {@code -Dprojections.seed=N} replays one.
 */
public final class RandomHistories {
    private static final int STREAMS = 3;
    private static final List<Class<?>> OF_INCIDENT =
            without(IncidentEvent.class, LifecycleEvent.IncidentReported.class);
    private static final List<Class<?>> OF_MAINTENANCE =
            without(MaintenanceEvent.class, MaintenanceEvent.MaintenanceScheduled.class);
    private static final List<Class<?>> OF_CATALOG = RandomValues.permitted(CatalogEvent.class);
    private static final List<Class<?>> OF_SUBJECT = RandomValues.permitted(SubjectEvent.class);

    private RandomHistories() {}

    /** The seeds to try: so many, or the one that was asked for. */
    public static List<Long> seeds(int number) {
        Long asked = Long.getLong("projections.seed");
        if (asked != null) {
            return List.of(asked);
        }
        List<Long> seeds = new ArrayList<>();
        for (long seed = 1; seed <= number; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    /** A history of so many events and the beginnings of its streams. */
    public static RecordedHistory ofSeed(long seed, int length) {
        Random random = new Random(seed);
        RandomValues values = new RandomValues(random);
        RecordedHistory history = new RecordedHistory();
        for (int stream = 0; stream < STREAMS; stream++) {
            begin(history, values, stream);
        }
        for (int i = 0; i < length; i++) {
            history.at(values.instant().toString());
            history.by(values.actor("Provenance.actor").value());
            go(history, values, random.nextInt(11), random.nextInt(STREAMS));
        }
        return history;
    }

    private static void begin(RecordedHistory history, RandomValues values, int stream) {
        history.at(values.instant().toString());
        history.incident("i" + stream, values.record(LifecycleEvent.IncidentReported.class));
        history.maintenance("m" + stream, values.record(MaintenanceEvent.MaintenanceScheduled.class));
    }

    private static void go(RecordedHistory history, RandomValues values, int dice, int stream) {
        if (dice < 7) {
            history.incident("i" + stream, (IncidentEvent) values.record(values.one(OF_INCIDENT)));
        } else if (dice < 9) {
            history.maintenance("m" + stream, (MaintenanceEvent) values.record(values.one(OF_MAINTENANCE)));
        } else if (dice == 9) {
            history.subject("client/c" + stream, (SubjectEvent) values.record(values.one(OF_SUBJECT)));
        } else {
            history.catalog((CatalogEvent) values.record(values.one(OF_CATALOG)));
        }
    }

    private static List<Class<?>> without(Class<?> family, Class<?> first) {
        return RandomValues.permitted(family).stream()
                .filter(type -> type != first)
                .toList();
    }
}
