package org.incidentledger.cli.invocation;

import java.time.Instant;
import org.incidentledger.core.encoding.EntryFormat;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Moment;
import org.incidentledger.embedded.Readings;
import org.incidentledger.embedded.Views;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that shows what the ledger says: as of now, of an instant or of a position. */
public final class MomentOptions {
    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "What had been recorded by then, such as 2026-05-01T10:00:00Z.")
    @Nullable
    String asOf;

    @Option(
            names = "--at-position",
            paramLabel = "N",
            description = "What the ledger said once it had the entry at this position (from 0).")
    @Nullable
    Long atPosition;

    /**
     * The views as of the moment that is meant, for what is public.
     *
     * @throws Failure when the moment is not one that the ledger has seen
     */
    public Views views(Invocation invocation, IncidentLedger ledger) {
        Moment moment = moment(invocation, ledger);
        if (moment != null) {
            return ledger.asOf(moment);
        }
        invocation.awaitViews(ledger);
        return ledger.views();
    }

    /** The same for what is not public: the actor needs a role for each. */
    public Views internalViews(Invocation invocation, IncidentLedger ledger) {
        Readings readings = ledger.readAs(invocation.actor());
        Moment moment = moment(invocation, ledger);
        if (moment != null) {
            return readings.asOf(moment);
        }
        invocation.awaitViews(ledger);
        return readings.views();
    }

    /** How many entries of the ledger had been recorded at the moment that is meant. */
    public long size(Invocation invocation, IncidentLedger ledger) {
        Moment moment = moment(invocation, ledger);
        return moment == null ? ledger.head().size() : moment.size(ledger.reader());
    }

    /** The instant that is meant: of a position, the one at which it was recorded; now, when none is named. */
    public Instant instant(Invocation invocation, IncidentLedger ledger) {
        return switch (moment(invocation, ledger)) {
            case null -> invocation.now();
            case Moment.AtInstant at -> at.instant();
            case Moment.AtPosition at ->
                EntryFormat.read(ledger.reader().read(at.position(), 1).getFirst())
                        .recordedAt();
        };
    }

    private @Nullable Moment moment(Invocation invocation, IncidentLedger ledger) {
        if (asOf != null && atPosition != null) {
            throw Failure.badInput("--as-of and --at-position are both given; use one of them");
        }
        if (atPosition != null) {
            return Moment.position(known(atPosition, ledger.head().size()));
        }
        return asOf == null ? null : Moment.instant(past(invocation, invocation.instant("--as-of", asOf)));
    }

    private static long known(long position, long size) {
        if (position < 0 || position >= size) {
            throw Failure.badInput(
                    size == 0
                            ? "there is no position %d, the ledger is empty".formatted(position)
                            : "there is no position %d; use one from 0 to %d".formatted(position, size - 1));
        }
        return position;
    }

    private static Instant past(Invocation invocation, Instant instant) {
        Instant now = invocation.now();
        if (instant.isAfter(now)) {
            throw Failure.badInput("--as-of %s lies in the future, it is now %s; leave it out to see what is known now"
                    .formatted(instant, now));
        }
        return instant;
    }
}
