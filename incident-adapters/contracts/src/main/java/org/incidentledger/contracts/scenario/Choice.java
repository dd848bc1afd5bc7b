package org.incidentledger.contracts.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.incidentledger.core.decision.ActorRef;
import org.jspecify.annotations.Nullable;

/** Every decision that a scenario leaves to chance, drawn from one seed. */
final class Choice {
    private static final List<String> WORDS = List.of(
            "login", "panel", "node", "token", "leak", "disk", "route", "queue", "restored", "slow", "ünïcode", "🔥");
    private static final List<ActorRef> ACTORS = List.of(
            new ActorRef("staff/ada"),
            new ActorRef("staff/ada"),
            new ActorRef("staff/bob"),
            new ActorRef("staff/bob"),
            new ActorRef("staff/cleo"),
            new ActorRef("staff/cleo"),
            new ActorRef("service/monitor"),
            ActorRef.SYSTEM);

    /** By name, so that every Java release draws the same numbers from a seed. */
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final RandomGenerator random;

    Choice(long seed) {
        this.random = GENERATORS.create(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <E extends Enum<E>> E of(Class<E> type) {
        return of(List.of(type.getEnumConstants()));
    }

    /** Nothing in half of the cases. */
    <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    /** Up to {@code max} values. */
    <T> List<T> some(int max, Supplier<T> value) {
        List<T> values = new ArrayList<>();
        for (int i = below(max + 1); i > 0; i--) {
            values.add(value.get());
        }
        return values;
    }

    ActorRef actor() {
        return of(ACTORS);
    }

    ActorRef client() {
        return new ActorRef("client/c" + below(6));
    }

    UUID uuid() {
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE);
    }

    /** A name such as {@code u3}, from a pool small enough that names come again. */
    String name(String prefix, int pool) {
        return prefix + below(pool);
    }

    /** Mostly a text of a few words; at times blank, as long as the limit allows, one longer, or unfit for Unicode. */
    String text(int limit) {
        return switch (below(60)) {
            case 0 -> " ";
            case 1 -> "x".repeat(limit);
            case 2 -> "x".repeat(limit + 1);
            case 3 -> "half a pair \uD83D";
            default -> of(WORDS) + " " + of(WORDS) + " " + below(1_000);
        };
    }
}
