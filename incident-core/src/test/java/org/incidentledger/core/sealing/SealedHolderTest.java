package org.incidentledger.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.subject.SubjectCommand;
import org.incidentledger.core.subject.SubjectEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever has a component that is a sealed value also names it: else it would be stored for nobody, or never erased. */
class SealedHolderTest {
    private static final ActorRef SUBJECT = new ActorRef("client/c1");

    static Stream<Class<?>> holders() {
        return Stream.of(IncidentCommand.class, IncidentEvent.class, SubjectCommand.class, SubjectEvent.class)
                .flatMap(SealedHolderTest::leaves)
                .filter(type -> Arrays.stream(type.getRecordComponents()).anyMatch(SealedHolderTest::isSealed));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void names_every_sealed_component(Class<?> type) throws ReflectiveOperationException {
        List<SealedValue> given = new ArrayList<>();
        List<@Nullable Object> arguments = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            arguments.add(argument(component, given));
        }
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        SealedHolder holder = (SealedHolder) type.getDeclaredConstructor(types).newInstance(arguments.toArray());

        assertThat(holder.sealedValues()).isNotEmpty().isEqualTo(given);
    }

    private static @Nullable Object argument(RecordComponent component, List<SealedValue> given) {
        Class<?> type = component.getType();
        if (type == SealedValue.class) {
            given.add(new SealedValue(new UUID(1, given.size()), SUBJECT, "A".repeat(43) + "="));
            return given.getLast();
        } else if (type == List.class) {
            return List.of();
        } else if (type == boolean.class) {
            return false;
        }
        return type == ActorRef.class ? SUBJECT : null;
    }

    private static boolean isSealed(RecordComponent component) {
        return component.getType() == SealedValue.class;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SealedHolderTest::leaves)
                : Stream.of(type);
    }
}
