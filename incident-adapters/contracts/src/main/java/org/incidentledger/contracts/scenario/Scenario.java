package org.incidentledger.contracts.scenario;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.incident.IncidentPolicy;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.obligation.StageId;
import org.incidentledger.core.sealing.Commitment;
import org.incidentledger.core.sealing.PlainValue;

/**
 * A random stretch of a ledger's life that its seed repeats exactly: sensible and nonsensical commands on a few incidents,
 * maintenances and the catalog, each decided and folded without any ledger. Immutable and safe for use by many threads;
 * each stream of steps belongs to one.
 */
public final class Scenario {
    /** The limits of every scenario, low enough that each is reached. */
    public static final Limits LIMITS = new Limits(40, 60, 120, 150, 200, 4, 3, 5, 45);

    /** The policy of every scenario: two of three approvers. Whoever sends the commands anew needs the same. */
    public static final IncidentPolicy POLICY = new IncidentPolicy(
            LIMITS,
            Severity.MAJOR,
            Duration.ofDays(5),
            Duration.ofHours(1),
            2,
            Set.of(new ActorRef("staff/ada"), new ActorRef("staff/bob"), new ActorRef("staff/cleo")),
            StageId.statutory());

    private static final String SEED = "scenario.seed";
    private static final String COUNT = "scenario.count";
    private static final int MIN_COMMANDS = 20;
    private static final int MORE_COMMANDS = 60;

    private final long seed;

    private Scenario(long seed) {
        this.seed = seed;
    }

    /** The scenario of a seed. */
    public static Scenario seeded(long seed) {
        return new Scenario(seed);
    }

    /**
     * Runs scenarios one after the other, from seed 1 on. {@code -Dscenario.count=N} sets how many;
     * {@code -Dscenario.seed=N} runs that one alone.
     *
     * @throws AssertionError when one fails; it names the seed and how to run it again
     */
    public static void each(int count, Consumer<Scenario> check) {
        seeds(count).mapToObj(Scenario::seeded).forEach(scenario -> scenario.run(check));
    }

    /** The seed that repeats this scenario. */
    public long seed() {
        return seed;
    }

    /** The commands with what became of each, 20 to 79 of them, the same on every call. */
    public Stream<Step> commands() {
        World world = new World(new Choice(seed));
        int length = MIN_COMMANDS + world.choice().below(MORE_COMMANDS);
        return Stream.generate(world::next).limit(length);
    }

    @Override
    public String toString() {
        return "the scenario of seed " + seed;
    }

    private static LongStream seeds(int count) {
        Long one = Long.getLong(SEED);
        return one == null ? LongStream.rangeClosed(1, Integer.getInteger(COUNT, count)) : LongStream.of(one);
    }

    private void run(Consumer<Scenario> check) {
        try {
            check.accept(this);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "%s fails; run it again with -D%s=%d: %s".formatted(this, SEED, seed, e.getMessage()), e);
        }
    }

    /** The plain value behind a sealed one of a scenario. */
    public static PlainValue plain(UUID id, ActorRef subject) {
        return new PlainValue(id, subject, new byte[Commitment.KEY_BYTES], "value " + id);
    }
}
