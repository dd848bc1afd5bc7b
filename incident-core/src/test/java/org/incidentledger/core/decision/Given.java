package org.incidentledger.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Given events, when a command, then events or a refusal. Immutable; whoever acts and when can be said before the command.
 *
 * @param <S> the state
 * @param <C> the sealed family of commands
 * @param <E> the sealed family of events
 */
public record Given<S, C, E>(
        S initial, Decider<S, C, E> decider, BiFunction<S, E, S> fold, List<E> events, CommandHeader header) {
    /** When every command is received, unless a test says otherwise. */
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** Who sends every command, unless a test says otherwise. */
    public static final ActorRef ADA = new ActorRef("staff/ada");

    /** A decider, whichever family it decides. */
    @FunctionalInterface
    public interface Decider<S, C, E> {
        Decision<E> decide(S state, C command, CommandHeader header);
    }

    public static <S, C, E> Given<S, C, E> nothing(S initial, Decider<S, C, E> decider, BiFunction<S, E, S> fold) {
        return new Given<>(
                initial, decider, fold, List.of(), new CommandHeader(new UUID(7, 7), ADA, NOW, NOW, null, null));
    }

    /** More history. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Given<S, C, E> and(E... more) {
        List<E> all = new ArrayList<>(events);
        all.addAll(Arrays.asList(more));
        return new Given<>(initial, decider, fold, all, header);
    }

    public Given<S, C, E> by(ActorRef actor) {
        return with(actor, header.occurredAt(), header.reason());
    }

    public Given<S, C, E> at(Instant occurredAt) {
        return with(header.actor(), occurredAt, header.reason());
    }

    public Given<S, C, E> because(@Nullable String reason) {
        return with(header.actor(), header.occurredAt(), reason);
    }

    public S state() {
        S state = initial;
        for (E event : events) {
            state = fold.apply(state, event);
        }
        return state;
    }

    /** Decides twice, to see that nothing but state, command and header counts. */
    public When<S, C, E> when(C command) {
        S state = state();
        Decision<E> decision = decider.decide(state, command, header);
        assertThat(decider.decide(state, command, header)).as("decided again").isEqualTo(decision);
        assertThat(state).as("the state after deciding").isEqualTo(state());
        return new When<>(this, decision);
    }

    private Given<S, C, E> with(ActorRef actor, Instant occurredAt, @Nullable String reason) {
        return new Given<>(
                initial,
                decider,
                fold,
                events,
                new CommandHeader(header.commandId(), actor, occurredAt, NOW, null, reason));
    }

    /** What was decided. */
    public record When<S, C, E>(Given<S, C, E> given, Decision<E> decision) {
        /** Accepted with exactly these events, which can follow the history. Returns the longer history. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final Given<S, C, E> then(E... expected) {
            assertThat(decision).isEqualTo(new Decision.Accepted<>(Arrays.asList(expected)));
            Given<S, C, E> next = given.and(expected);
            assertThat(next.state()).isNotNull();
            return next;
        }

        /** Accepted, with whatever events. Returns the longer history. */
        public Given<S, C, E> thenAccepted() {
            return switch (decision) {
                case Decision.Accepted<E> accepted ->
                    new Given<>(given.initial, given.decider, given.fold, joined(accepted.events()), given.header);
                case Decision.Refused<E> refused -> fail("refused: " + refused.refusal());
            };
        }

        /** Refused by this rule, with a message that contains each part. */
        public void thenRefused(Rule rule, String... parts) {
            switch (decision) {
                case Decision.Accepted<E> accepted -> fail("not refused by " + rule + " but " + accepted);
                case Decision.Refused<E> refused -> {
                    assertThat(refused.refusal().rule())
                            .as(refused.refusal().message())
                            .isEqualTo(rule);
                    assertThat(refused.refusal().message())
                            .contains(Stream.concat(Stream.of("; "), Arrays.stream(parts))
                                    .toList());
                }
            }
        }

        /** The word of the rule that refused it, or {@code ok}. */
        public String word() {
            return switch (decision) {
                case Decision.Accepted<E> accepted -> "ok";
                case Decision.Refused<E> refused -> refused.refusal().rule().word();
            };
        }

        private List<E> joined(List<E> more) {
            List<E> all = new ArrayList<>(given.events);
            all.addAll(more);
            return all;
        }
    }
}
