package org.incidentledger.projections.replay;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.Change;
import org.incidentledger.core.incident.Evidence;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.core.sealing.SealedValue;
import org.jspecify.annotations.Nullable;

/**
 * Random records of any type. Every text names the field that it was made for, such as {@code FindingRecorded.finding.17}, so
 * that wherever it comes to light, one sees where it came from. Update and component ids are few, so that they meet again.
 */
final class RandomValues {
    private static final long SECONDS_OF_A_YEAR = 31_536_000;
    private static final Instant FIRST = Instant.parse("2025-06-01T00:00:00Z");

    private final Random random;
    private int count;

    RandomValues(Random random) {
        this.random = random;
    }

    Instant instant() {
        return FIRST.plusSeconds(random.nextLong(SECONDS_OF_A_YEAR));
    }

    ActorRef actor(String field) {
        return new ActorRef("staff/" + text(field));
    }

    <T> T one(List<? extends T> of) {
        return of.get(random.nextInt(of.size()));
    }

    <R> R record(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Stream.of(components)
                .map(component -> component(type.getSimpleName() + "." + component.getName(), component))
                .toArray();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no random " + type, e);
        }
    }

    /** The concrete events of a sealed family. */
    static List<Class<?>> permitted(Class<?> type) {
        Class<?>[] direct = type.getPermittedSubclasses();
        return direct == null
                ? List.of(type)
                : Stream.of(direct).flatMap(next -> permitted(next).stream()).toList();
    }

    private @Nullable Object component(String field, RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return nullable && random.nextInt(3) == 0 ? null : value(field, component.getGenericType());
    }

    private Object value(String field, Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            Type element = generic.getActualTypeArguments()[0];
            return IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> value(field, element))
                    .distinct()
                    .toList();
        }
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[0];
            return new Change<>(value(field, element), value(field, element));
        }
        return value(field, (Class<?>) type);
    }

    private Object value(String field, Class<?> type) {
        if (type.isEnum()) {
            return one(List.of(type.getEnumConstants()));
        }
        return switch (type.getSimpleName()) {
            case "String" -> text(field);
            case "int", "Integer" -> 1 + random.nextInt(3);
            case "long", "Long" -> (long) random.nextInt(1_000);
            case "boolean" -> random.nextBoolean();
            case "Instant" -> instant();
            case "LocalDate" -> LocalDate.ofEpochDay(random.nextInt(30_000));
            case "UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "ActorRef" -> actor(field);
            case "UpdateId" -> new UpdateId("update-" + random.nextInt(4));
            case "ComponentId" -> new ComponentId("component-" + random.nextInt(4));
            case "Evidence" -> new Evidence("ab".repeat(32), "text/plain", 1);
            case "SealedValue" -> new SealedValue(new UUID(1, random.nextLong()), actor(field), "A".repeat(43) + "=");
            default -> record(type);
        };
    }

    private String text(String field) {
        return field + "." + count++;
    }
}
