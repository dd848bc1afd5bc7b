package org.incidentledger.intake.statuspage;

import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.embedded.CommandSender;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.LedgerOptions;
import org.incidentledger.embedded.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a ledger at what a Statuspage page tells. Each run compares a document with the ledger and appends only what is new: an
 * update once, a text that changed since as a correction that shows both. What the source tells no more stays; what was
 * retracted here stays retracted.
 *
 * <p>Instants of the source become {@code occurredAt}; when it was seen is {@code recordedAt}. New updates come in the order in
 * which the source posted them, over all its incidents. Everything is checked against the rules before the first command is
 * sent. A run that was cut off is finished by the next. A ledger mirrors one page; its own incidents may stand beside.
 *
 * <p>Safe for use by many threads; two runs at once do the same work once.
 */
public final class StatuspageMirror {
    /** How often a plan is made again because somebody else wrote to what it is about. */
    private static final int ATTEMPTS = 5;

    private final IncidentLedger ledger;
    private final CommandSender sender;
    private final LedgerOptions options;

    /**
     * @param actor in whose name the source is quoted
     * @param options those that the ledger was opened with
     */
    public StatuspageMirror(IncidentLedger ledger, ActorRef actor, LedgerOptions options) {
        this.ledger = ledger;
        this.sender = ledger.as(actor);
        this.options = options;
    }

    /**
     * Appends what the document tells and the ledger does not.
     *
     * @throws ImportRefusedException when a rule stands against something that the document tells; nothing is appended then, unless
     *     it came up only because others wrote to the same incident meanwhile
     * @throws org.incidentledger.core.ledger.LedgerException when storage fails; what was appended stays, and the next run goes on
     */
    public MirrorReport mirror(StatuspageDocument document, MirrorProgress progress) {
        return mirror(document, progress, this::send);
    }

    MirrorReport mirror(StatuspageDocument document, MirrorProgress progress, StepSender steps) {
        MirrorTally tally = new MirrorTally();
        MirrorPlan first = plan(document);
        ImportRefusedException refused = run(first, progress, steps, tally);
        for (int attempt = 1; refused != null; attempt++) {
            if (attempt == ATTEMPTS) {
                throw refused;
            }
            refused = run(plan(document), progress, steps, tally);
        }
        return tally.report(document, first, ledger.head().size() - 1);
    }

    private MirrorPlan plan(StatuspageDocument document) {
        return MirrorPlan.of(
                document,
                new LedgerHistory(ledger.reader()),
                options.policy(),
                options.clock().instant());
    }

    /** Carries a plan out up to the first step that is refused, which is the answer. */
    private static @Nullable ImportRefusedException run(
            MirrorPlan plan, MirrorProgress progress, StepSender steps, MirrorTally tally) {
        int total = plan.steps().size();
        for (int done = 0; done < total; done++) {
            progress.at(done, total);
            Step step = plan.steps().get(done);
            switch (steps.send(step)) {
                case Outcome.Accepted accepted ->
                    tally.count(
                            step.command(),
                            accepted.repeated()
                                    ? 0
                                    : accepted.receipt().eventIds().size());
                case Outcome.Refused refused -> {
                    return new ImportRefusedException(step.subject(), refused.refusal());
                }
            }
        }
        progress.at(total, total);
        return null;
    }

    /** Carries one step out in the ledger. */
    Outcome send(Step step) {
        CommandSender prepared = sender.at(step.occurredAt()).commandId(step.commandId());
        return switch (step.command()) {
            case SourceCommand.ToIncident to -> prepared.send(to.command());
            case SourceCommand.ToMaintenance to -> prepared.send(to.command());
            case SourceCommand.ToCatalog to -> prepared.send(to.command());
        };
    }
}
