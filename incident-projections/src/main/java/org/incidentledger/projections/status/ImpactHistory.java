package org.incidentledger.projections.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.catalog.ComponentStatus;
import org.jspecify.annotations.Nullable;

/**
 * What one incident or maintenance did to components. Two things are kept apart: the effect on each component, and whether the
 * incident went on at all; a component is affected while both say so. Therefore a resolution ends every effect, reopening
 * resumes them, and an effect that becomes known after the resolution still counts for the time before it.
 *
 * <p>Every statement holds from the instant that it names. Instants can arrive out of order: a statement then replaces all that
 * was said earlier about its instant and any later one, so that what was recorded last always decides what holds now.
 *
 * @param shown whether the public knows of it: a maintenance always, an incident once an update or a post-mortem was published
 * @param components in the order of first mention
 * @param pauses when it stopped and went on again, alternately and ascending, beginning with a stop
 */
public record ImpactHistory(String stream, boolean shown, List<Effects> components, List<Instant> pauses) {
    public ImpactHistory {
        components = List.copyOf(components);
        pauses = List.copyOf(pauses);
    }

    /** The effects on one component, ascending; each holds until the next. */
    public record Effects(String component, List<Effect> effects) {
        public Effects {
            effects = List.copyOf(effects);
        }

        Effects with(Effect effect) {
            List<Effect> next = new ArrayList<>(effects);
            next.removeIf(earlier -> !earlier.from().isBefore(effect.from()));
            if (next.isEmpty() || next.getLast().status() != effect.status()) {
                next.add(effect);
            }
            return new Effects(component, next);
        }
    }

    /** An effect that holds from an instant on. */
    public record Effect(ComponentStatus status, Instant from) {}

    /** When which component was not operational because of it: by component in the order of first mention, then ascending. */
    public List<Interval> intervals() {
        List<Interval> found = new ArrayList<>();
        for (Effects component : components) {
            List<Effect> effects = component.effects();
            for (int i = 0; i < effects.size(); i++) {
                if (effects.get(i).status() != ComponentStatus.OPERATIONAL) {
                    Instant until = i + 1 < effects.size() ? effects.get(i + 1).from() : null;
                    cut(component.component(), effects.get(i), until, found);
                }
            }
        }
        return found;
    }

    ImpactHistory affect(String component, Effect effect) {
        List<Effects> next = new ArrayList<>(components);
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).component().equals(component)) {
                next.set(i, next.get(i).with(effect));
                return new ImpactHistory(stream, shown, next, pauses);
            }
        }
        next.add(new Effects(component, List.of(effect)));
        return new ImpactHistory(stream, shown, next, pauses);
    }

    ImpactHistory stop(Instant instant) {
        return paused(instant, true);
    }

    ImpactHistory resume(Instant instant) {
        return paused(instant, false);
    }

    ImpactHistory show() {
        return shown ? this : new ImpactHistory(stream, true, components, pauses);
    }

    private ImpactHistory paused(Instant instant, boolean stopped) {
        List<Instant> next = new ArrayList<>(pauses);
        next.removeIf(earlier -> !earlier.isBefore(instant));
        boolean stoppedBefore = next.size() % 2 == 1;
        if (stoppedBefore != stopped) {
            next.add(instant);
        }
        return new ImpactHistory(stream, shown, components, next);
    }

    /** Adds what is left of an effect when the pauses are taken out. */
    private void cut(String component, Effect effect, @Nullable Instant until, List<Interval> found) {
        Instant from = effect.from();
        for (int i = 0; i < pauses.size(); i += 2) {
            Instant stopped = pauses.get(i);
            add(component, effect.status(), from, earlier(stopped, until), found);
            if (i + 1 == pauses.size()) {
                return;
            }
            Instant resumed = pauses.get(i + 1);
            from = resumed.isAfter(from) ? resumed : from;
        }
        add(component, effect.status(), from, until, found);
    }

    private void add(
            String component, ComponentStatus status, Instant from, @Nullable Instant until, List<Interval> found) {
        if (until == null || from.isBefore(until)) {
            found.add(new Interval(component, stream, status, from, until));
        }
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
