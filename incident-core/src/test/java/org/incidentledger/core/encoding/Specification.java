package org.incidentledger.core.encoding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.vocabulary.Words;
import org.jspecify.annotations.Nullable;

/** The tables of {@code docs/ledger-format.md}, told from the records and not from the code under test. */
final class Specification {
    private static final Map<Class<?>, String> SCALARS = Map.of(
            String.class, "text",
            boolean.class, "boolean",
            int.class, "integer",
            long.class, "long",
            Long.class, "long",
            Instant.class, "instant",
            LocalDate.class, "date",
            UUID.class, "uuid",
            ActorRef.class, "actor");
    private static final List<String> SEALED = List.of("$sealed", "subject", "commit");

    private final Map<String, String> objects = new TreeMap<>();
    private final Map<String, String> words = new TreeMap<>();
    private final StringBuilder events = new StringBuilder();

    private Specification() {
        for (EventType type : EventTypes.ALL) {
            events.append("| `%s` | %s | %s |\n".formatted(type.name(), type.revision(), members(type.event())));
        }
    }

    /** One line for each event type: name, current revision, members. */
    static String events() {
        return new Specification().events.toString();
    }

    /** One line for each kind of object inside events. */
    static String objects() {
        return rows(new Specification().objects);
    }

    /** One line for each enumeration in events, in the order of its constants. */
    static String words() {
        return rows(new Specification().words);
    }

    static boolean mayLackSomething(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .anyMatch(component -> optional(component) || component.getType() == List.class);
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String rows(Map<String, String> table) {
        return table.entrySet().stream()
                .map(row -> "| %s | %s |\n".formatted(row.getKey(), row.getValue()))
                .collect(Collectors.joining());
    }

    private String members(Class<?> record) {
        List<String> members = Arrays.stream(record.getRecordComponents())
                .map(component -> "`%s`%s %s"
                        .formatted(
                                component.getName(), optional(component) ? "?" : "", name(component.getGenericType())))
                .toList();
        return members.isEmpty() ? "none" : String.join(", ", members);
    }

    private String name(Type type) {
        return switch (type) {
            case TypeVariable<?> variable -> variable.getName();
            case ParameterizedType generic -> generic((Class<?>) generic.getRawType(), generic);
            case Class<?> plain -> plain(plain);
            default -> throw new IllegalStateException("no name for " + type);
        };
    }

    private String generic(Class<?> raw, ParameterizedType type) {
        String argument = name(type.getActualTypeArguments()[0]);
        return raw == List.class ? "list of " + argument : plain(raw) + " of " + argument;
    }

    private String plain(Class<?> type) {
        String scalar = SCALARS.get(type);
        if (scalar != null) {
            return scalar;
        }
        String name =
                type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        if (type.isEnum()) {
            words.put(
                    name,
                    Arrays.stream(type.getEnumConstants())
                            .map(constant -> "`%s`".formatted(Words.of((Enum<?>) constant)))
                            .collect(Collectors.joining(", ")));
            return name;
        }
        if (type.getRecordComponents().length == 1) {
            return "identifier";
        }
        objects.put(name, name.equals("sealed-value") ? sealed() : members(type));
        return name;
    }

    private static String sealed() {
        return "`%s` uuid, `%s` actor, `%s` base64".formatted(SEALED.toArray());
    }
}
