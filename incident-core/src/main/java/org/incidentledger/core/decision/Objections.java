package org.incidentledger.core.decision;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rules asked before a command is granted, in the order in which a refusal is reported. */
public final class Objections {
    private final @Nullable Refusal first;

    private Objections(@Nullable Refusal first) {
        this.first = first;
    }

    /** Keeps the first objection that is raised; a rule that is content answers {@code null}. */
    public static Objections of(@Nullable Refusal... answers) {
        return new Objections(firstOf(answers));
    }

    /** The first objection among the answers, or {@code null} when every rule is content. */
    public static @Nullable Refusal firstOf(@Nullable Refusal... answers) {
        for (Refusal answer : answers) {
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    /** An objection when the condition holds. */
    public static @Nullable Refusal when(boolean condition, Rule rule, Supplier<String> message) {
        return condition ? new Refusal(rule, message.get()) : null;
    }

    /** Accepts with the event, which is only made when nothing stands against the command. */
    public <E> Decision<E> otherwise(Supplier<? extends E> event) {
        return otherwiseAll(() -> List.of(event.get()));
    }

    /** Accepts with the events, which are only made when nothing stands against the command. */
    public <E> Decision<E> otherwiseAll(Supplier<List<E>> events) {
        return first == null ? new Decision.Accepted<>(events.get()) : new Decision.Refused<>(first);
    }
}
