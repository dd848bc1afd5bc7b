package org.incidentledger.embedded;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToLongFunction;
import org.incidentledger.core.decision.Rule;

/**
 * What the ledger measures: {@code incident.ledger.commands} (by command and outcome), {@code incident.ledger.refusals} (by rule),
 * {@code incident.ledger.append} (the time until events are durable) and {@code incident.ledger.projection.lag} (entries that a
 * view has yet to take in). No tag carries text that a user wrote.
 */
final class Meters {
    private static final ClassValue<String> KEBAB = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        }
    };

    private final MeterRegistry registry;
    private final List<Gauge> gauges = new CopyOnWriteArrayList<>();

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    Timer append() {
        return Timer.builder("incident.ledger.append")
                .description("time until the events of a command are durable")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    void count(Object command, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted accepted -> count(command, accepted.repeated() ? "repeated" : "accepted");
            case Outcome.Refused refused -> {
                count(command, "refused");
                count(refused.refusal().rule());
            }
        }
    }

    void countFailure(Object command) {
        count(command, "failed");
    }

    /** Watches how far a view is behind the ledger, for as long as the source lives. */
    <T> void watchLag(String view, T source, ToLongFunction<T> lag) {
        gauges.add(Gauge.builder("incident.ledger.projection.lag", source, s -> (double) lag.applyAsLong(s))
                .description("entries that a view has yet to take in")
                .tag("view", view)
                .register(registry));
    }

    /** Takes the gauges out of the registry, which outlives the ledger that they watch. */
    void close() {
        gauges.forEach(registry::remove);
    }

    private void count(Object command, String outcome) {
        registry.counter("incident.ledger.commands", "command", KEBAB.get(command.getClass()), "outcome", outcome)
                .increment();
    }

    private void count(Rule rule) {
        registry.counter("incident.ledger.refusals", "rule", rule.word()).increment();
    }
}
