package org.incidentledger.core.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What an instant said by an actor must be like. */
public final class Times {
    /** How far the clock of a sender may run ahead of ours before its word counts as the future. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    /** No incident that this ledger is for began earlier; an older instant is a unit mistaken for another. */
    public static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");

    /** No plan of this ledger reaches further: an instant is written with four digits for its year. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Times() {}

    /** The instant as an entry of the ledger keeps it: to the microsecond, what is finer is cut off. */
    public static Instant inMicros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** The same for an instant that may be absent. */
    public static @Nullable Instant inMicrosIfAny(@Nullable Instant instant) {
        return instant == null ? null : inMicros(instant);
    }

    /** An objection when the instant lies after the command was received (plus one minute) or before 1970-01-02. */
    public static @Nullable Refusal notInFuture(String what, @Nullable Instant instant, CommandHeader header) {
        if (instant == null) {
            return null;
        }
        if (instant.isAfter(header.receivedAt().plus(CLOCK_TOLERANCE))) {
            return new Refusal(
                    Rule.IN_THE_FUTURE,
                    "%s %s lies in the future, it is now %s; say when it happened"
                            .formatted(what, instant, header.receivedAt()));
        }
        return notBeforeEpoch(what, instant);
    }

    /** An objection when the instant of a plan lies before 1970-01-02 or after the year 9999. */
    public static @Nullable Refusal planned(String what, Instant instant) {
        return Objections.firstOf(
                notBeforeEpoch(what, instant),
                Objections.when(
                        instant.isAfter(LATEST),
                        Rule.IN_THE_FUTURE,
                        () -> "%s %s lies after %s; check the unit of the instant".formatted(what, instant, LATEST)));
    }

    /** An objection when the instant lies before 1970-01-02, which only a mistaken unit explains. */
    private static @Nullable Refusal notBeforeEpoch(String what, Instant instant) {
        return Objections.when(
                instant.isBefore(EARLIEST),
                Rule.BEFORE_EPOCH,
                () -> "%s %s lies before %s; check the unit of the instant".formatted(what, instant, EARLIEST));
    }
}
