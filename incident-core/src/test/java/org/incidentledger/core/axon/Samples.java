package org.incidentledger.core.axon;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.incidentledger.core.decision.ActorRef;
import org.jspecify.annotations.Nullable;

/** One instance of every record of a sealed family, filled with plain values. */
final class Samples {
    private Samples() {}

    static Stream<Class<?>> leaves(Class<?> sealedType) {
        return sealedType.isSealed()
                ? Arrays.stream(sealedType.getPermittedSubclasses()).flatMap(Samples::leaves)
                : Stream.of(sealedType);
    }

    static Object of(Class<?> record) {
        try {
            RecordComponent[] components = record.getRecordComponents();
            Constructor<?> canonical = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return canonical.newInstance(
                    Arrays.stream(components).map(c -> value(c.getType())).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + record, e);
        }
    }

    private static @Nullable Object value(Class<?> type) {
        if (type == String.class) {
            return "text";
        } else if (type == int.class) {
            return 1;
        } else if (type == long.class) {
            return 1L;
        } else if (type == Long.class) {
            return null;
        } else if (type == boolean.class) {
            return false;
        } else if (type == List.class) {
            return List.of();
        } else if (type == Set.class) {
            return Set.of();
        } else if (type == Map.class) {
            return Map.of();
        } else if (type == Instant.class) {
            return Instant.parse("2026-01-01T00:00:00Z");
        } else if (type == LocalDate.class) {
            return LocalDate.parse("2026-01-01");
        } else if (type == UUID.class) {
            return new UUID(1, 2);
        } else if (type == ActorRef.class) {
            return new ActorRef("staff/ada");
        } else if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[constants.length - 1];
        }
        return type.getSimpleName().equals("SealedValue") ? null : of(type);
    }
}
