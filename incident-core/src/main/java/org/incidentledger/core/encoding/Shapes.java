package org.incidentledger.core.encoding;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.ActionItemId;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.NotificationId;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.core.obligation.StageId;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.core.sealing.SealedValue;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shape of every type that an event may hold. The rules are few, and there is no other: identifiers, references,
 * instants, dates and 64-bit integers are strings, enumerations are words, lists are arrays, records are objects.
 */
final class Shapes {
    private static final Map<Type, Shape> SCALARS = scalars();

    /** Records whose members are not named after their components. */
    private static final Map<Type, List<String>> MEMBER_NAMES =
            Map.of(SealedValue.class, List.of("$sealed", "subject", "commit"));

    private Shapes() {}

    /** @throws IllegalStateException when the type, or one that it holds, has no shape */
    static Shape of(Type type) {
        return of(type, Map.of());
    }

    private static Shape of(Type type, Map<Type, Type> bound) {
        Shape scalar = SCALARS.get(type);
        if (scalar != null) {
            return scalar;
        }
        return switch (type) {
            case TypeVariable<?> variable -> of(Objects.requireNonNull(bound.get(variable)), bound);
            case ParameterizedType generic -> ofGeneric((Class<?>) generic.getRawType(), generic, bound);
            case Class<?> plain -> ofPlain(plain);
            default -> throw unknown(type);
        };
    }

    private static Shape ofGeneric(Class<?> raw, ParameterizedType type, Map<Type, Type> bound) {
        if (raw == List.class) {
            return new ListShape(of(type.getActualTypeArguments()[0], bound));
        }
        if (raw.isRecord()) {
            return ofRecord(raw, binding(raw, type));
        }
        throw unknown(type);
    }

    private static Shape ofPlain(Class<?> type) {
        if (type.isRecord()) {
            return ofRecord(type, Map.of());
        }
        if (type.isEnum()) {
            return new WordShape(type.getEnumConstants());
        }
        throw unknown(type);
    }

    private static IllegalStateException unknown(Type type) {
        return new IllegalStateException("%s has no shape in JSON; add one to Shapes".formatted(type));
    }

    private static Shape ofRecord(Class<?> type, Map<Type, Type> bound) {
        RecordComponent[] components = type.getRecordComponents();
        List<RecordShape.Member> members = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            members.add(member(components[i], nameOf(type, i), bound));
        }
        return new RecordShape(canonicalConstructor(type, components), members);
    }

    private static RecordShape.Member member(RecordComponent component, String name, Map<Type, Type> bound) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new RecordShape.Member(name, component.getAccessor(), optional, of(component.getGenericType(), bound));
    }

    private static String nameOf(Class<?> type, int index) {
        List<String> names = MEMBER_NAMES.get(type);
        return names == null ? type.getRecordComponents()[index].getName() : names.get(index);
    }

    private static Constructor<?> canonicalConstructor(Class<?> type, RecordComponent[] components) {
        try {
            return type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("%s has no canonical constructor".formatted(type), e);
        }
    }

    private static Map<Type, Type> binding(Class<?> raw, ParameterizedType generic) {
        Map<Type, Type> bound = new HashMap<>();
        for (int i = 0; i < raw.getTypeParameters().length; i++) {
            bound.put(raw.getTypeParameters()[i], generic.getActualTypeArguments()[i]);
        }
        return bound;
    }

    private static Map<Type, Shape> scalars() {
        Map<Type, Shape> shapes = new HashMap<>();
        for (TextShape<?> text : texts()) {
            shapes.put(text.type(), text);
        }
        shapes.put(long.class, shapes.get(Long.class));
        shapes.put(int.class, new IntegerShape());
        shapes.put(boolean.class, new BooleanShape());
        return Map.copyOf(shapes);
    }

    private static List<TextShape<?>> texts() {
        return List.of(
                new TextShape<>(String.class, Canonical::text, Canonical::text),
                new TextShape<>(Long.class, number -> Long.toString(number), Long::valueOf),
                new TextShape<>(Instant.class, Canonical::instant, Canonical::instant),
                new TextShape<>(LocalDate.class, Canonical::date, Canonical::date),
                new TextShape<>(UUID.class, UUID::toString, Canonical::uuid),
                new TextShape<>(ActorRef.class, ActorRef::value, ActorRef::new),
                new TextShape<>(IncidentId.class, IncidentId::value, IncidentId::new),
                new TextShape<>(MaintenanceId.class, MaintenanceId::value, MaintenanceId::new),
                new TextShape<>(ComponentId.class, ComponentId::value, ComponentId::new),
                new TextShape<>(UpdateId.class, UpdateId::value, UpdateId::new),
                new TextShape<>(NotificationId.class, NotificationId::value, NotificationId::new),
                new TextShape<>(ActionItemId.class, ActionItemId::value, ActionItemId::new),
                new TextShape<>(StageId.class, StageId::value, StageId::new));
    }
}
