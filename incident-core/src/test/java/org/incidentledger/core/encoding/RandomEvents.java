package org.incidentledger.core.encoding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.AccessPoint;
import org.incidentledger.core.incident.AccessPointKind;
import org.incidentledger.core.incident.Evidence;
import org.incidentledger.core.sealing.SealedValue;
import org.jspecify.annotations.Nullable;

/** Events with random content, the same for the same seed: whatever their constructors accept, not what deciders decide. */
final class RandomEvents {
    /** What JSON, UTF-8 and careless code treat differently. */
    private static final String[] PIECES = {
        "a", "Z", "0", " ", "\"", "\\", "/", "<&>", "\n", "\r", "\t", "\b", "\f", "\u0001", "\u001f", "\u007f",
        "\u0080", "é", "ß", "\u2028", "\ufeff", "\uffff", "漢", "🔥", "👩‍🚒", "{}", "null", "\\u0041"
    };

    private static final String IDENTIFIER = "abcXYZ019._-";
    private static final long SECONDS_MAX =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final long DAYS_MAX = LocalDate.of(9999, 12, 31).toEpochDay();

    private final Random random;
    private final Map<Type, Supplier<Object>> made = new HashMap<>();

    RandomEvents(long seed) {
        random = new Random(seed);
        made.put(String.class, this::text);
        made.put(boolean.class, random::nextBoolean);
        made.put(int.class, random::nextInt);
        made.put(long.class, random::nextLong);
        made.put(Long.class, random::nextLong);
        made.put(UUID.class, () -> new UUID(random.nextLong(), random.nextLong()));
        made.put(Instant.class, this::instant);
        made.put(LocalDate.class, () -> LocalDate.ofEpochDay(random.nextLong(0, DAYS_MAX)));
        made.put(ActorRef.class, () -> new ActorRef(pick(List.of("staff/", "client/", "supplier/")) + identifier()));
        made.put(AccessPoint.class, () -> new AccessPoint(pick(AccessPointKind.class), identifier() + " é\"🔥"));
        made.put(Evidence.class, () -> new Evidence("0f".repeat(32), "text/plain", random.nextLong(Long.MAX_VALUE)));
        made.put(
                SealedValue.class,
                () -> new SealedValue(
                        new UUID(random.nextLong(), 1),
                        new ActorRef("client/" + identifier()),
                        "+/9a".repeat(10) + "abc="));
    }

    Object next(Class<?> event) {
        return ofRecord(event, Map.of());
    }

    private Object of(Type type, Map<Type, Type> bound) {
        Supplier<Object> maker = made.get(type);
        if (maker != null) {
            return maker.get();
        }
        return switch (type) {
            case TypeVariable<?> variable -> of(Objects.requireNonNull(bound.get(variable)), bound);
            case ParameterizedType generic -> ofGeneric((Class<?>) generic.getRawType(), generic);
            case Class<?> plain -> plain.isEnum() ? pick(plain) : ofRecord(plain, Map.of());
            default -> throw new IllegalStateException("cannot make " + type);
        };
    }

    private Object ofGeneric(Class<?> raw, ParameterizedType type) {
        if (raw == List.class) {
            List<Object> list = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(of(type.getActualTypeArguments()[0], Map.of()));
            }
            return List.copyOf(list);
        }
        return ofRecord(raw, Map.of(raw.getTypeParameters()[0], type.getActualTypeArguments()[0]));
    }

    private Object ofRecord(Class<?> type, Map<Type, Type> bound) {
        RecordComponent[] components = type.getRecordComponents();
        if (isIdentifier(components)) {
            return construct(type, identifier());
        }
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            boolean absent =
                    components[i].getAnnotatedType().isAnnotationPresent(Nullable.class) && random.nextBoolean();
            values[i] = absent ? null : of(components[i].getGenericType(), bound);
        }
        return construct(type, values);
    }

    private static boolean isIdentifier(RecordComponent[] components) {
        return components.length == 1 && components[0].getName().equals("value");
    }

    private static Object construct(Class<?> type, @Nullable Object... values) {
        try {
            Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(parameters).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make %s of %s".formatted(type, Arrays.toString(values)), e);
        }
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextLong(0, SECONDS_MAX), random.nextInt(1_000_000_000))
                .truncatedTo(ChronoUnit.MICROS);
    }

    /** Begins with a letter, so that no record refuses it as blank. */
    private String text() {
        StringBuilder text = new StringBuilder("t");
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private String identifier() {
        StringBuilder text = new StringBuilder("i");
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(IDENTIFIER.charAt(random.nextInt(IDENTIFIER.length())));
        }
        return text.toString();
    }

    private <T> T pick(Class<T> enumeration) {
        return pick(List.of(enumeration.getEnumConstants()));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
