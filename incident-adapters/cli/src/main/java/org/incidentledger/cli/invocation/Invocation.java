package org.incidentledger.cli.invocation;

import java.time.Duration;
import java.time.Instant;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.LedgerOptions;
import org.incidentledger.embedded.ViewUpkeep;
import picocli.CommandLine.Model.CommandSpec;

/** One run of one command: what its common options say, and what it finds around it. */
public final class Invocation {
    private static final Duration PATIENCE_WITH_VIEWS = Duration.ofMinutes(2);

    private static final String DEFAULT_LEDGER = "incident-ledger";

    private final IncidentRoot root;
    private final InstantText times;

    private Invocation(IncidentRoot root) {
        this.root = root;
        this.times = root.timeZone == null ? InstantText.UTC : InstantText.of(root.timeZone);
    }

    /** @throws Failure when a common option has a bad value */
    public static Invocation of(CommandSpec command) {
        return new Invocation((IncidentRoot) command.root().userObject());
    }

    /** What the process finds around it. */
    public Surroundings surroundings() {
        return root.surroundings();
    }

    /** Where answers go. */
    public Answers answers() {
        return new Answers(root.surroundings().out(), root.json);
    }

    /** How instants are read and printed. */
    public InstantText times() {
        return times;
    }

    /** What the clock says. */
    public Instant now() {
        return root.surroundings().clock().instant();
    }

    /** Who says it. */
    public ActorRef actor() {
        return root.actor == null ? defaultActor() : new ActorRef(root.actor);
    }

    private ActorRef defaultActor() {
        String name =
                root.surroundings().user().replaceAll("[^a-zA-Z0-9._-]", "-").replaceFirst("^[^a-zA-Z0-9]+", "");
        if (name.isEmpty()) {
            return ActorRef.SYSTEM;
        }
        return new ActorRef("staff/" + name.substring(0, Math.min(80, name.length())));
    }

    /** Whether it was said where the ledger lies. */
    public boolean namesLedger() {
        return root.ledger != null;
    }

    /** Where the ledger lies. */
    public LedgerPlace ledger() {
        String place = root.ledger == null ? DEFAULT_LEDGER : root.ledger;
        return LedgerPlace.parse(place, root.surroundings().workingDirectory());
    }

    /** Opens the ledger, and makes it when there is none. */
    public IncidentLedger openOrMake() {
        return ledger().open(options());
    }

    /** The same for long work: the views take in meanwhile what it appends. */
    public IncidentLedger openOrMakeLive() {
        return ledger().open(options().withUpkeep(ViewUpkeep.LIVE));
    }

    /** How ledgers are opened: for one command. */
    public LedgerOptions options() {
        return LedgerOptions.defaults().withClock(root.surroundings().clock()).withUpkeep(ViewUpkeep.ON_AWAIT);
    }

    /** Opens the ledger, when there is one. */
    public IncidentLedger openExisting() {
        LedgerPlace place = ledger();
        if (!place.exists()) {
            throw Failure.badInput("there is no ledger in %s; report an incident first, or name another with --ledger"
                    .formatted(Quoted.shorten(place.toString())));
        }
        return place.open(options());
    }

    /**
     * Returns when whoever runs this may do it.
     *
     * @throws org.incidentledger.embedded.NotPermittedException when it lacks the role for it; that is recorded
     */
    public void require(IncidentLedger ledger, Action action) {
        ledger.gatekeeper().require(actor(), action);
    }

    /** Waits until every view has taken in the whole ledger. */
    public void awaitViews(IncidentLedger ledger) {
        long size = ledger.head().size();
        if (size > 0) {
            ledger.await(size - 1, PATIENCE_WITH_VIEWS);
        }
    }

    /** The instant that an option says. */
    public Instant instant(String option, String text) {
        return times.parse(option, text);
    }

    /** Tells whoever runs a command that goes on what happened, with the time. */
    public void tell(String notice) {
        root.surroundings().err().println(times.print(now()) + " " + Printable.line(notice));
    }

    /** Whether progress may be drawn: somebody watches, and no machine reads. */
    public boolean showsProgress() {
        return root.surroundings().errIsTerminal() && !root.json;
    }

    /** Says what an option's value must be like, as bad input. */
    public static Failure wrong(String option, InvalidValueException e) {
        return Failure.badInput("%s: %s".formatted(option, e.getMessage()), e);
    }
}
