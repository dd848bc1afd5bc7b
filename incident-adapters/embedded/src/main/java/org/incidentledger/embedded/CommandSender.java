package org.incidentledger.embedded;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.incidentledger.core.access.AccessDecision;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.access.CommandActions;
import org.incidentledger.core.access.Role;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.sealing.SealedHolder;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.core.subject.SubjectCommand;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands in the name of an actor. Immutable; each method that says more of the header answers with a new sender. Safe for
 * use by many threads.
 *
 * <p>Every {@code send} returns when the events are durable, or when a rule stood against the command: a role that the actor lacks
 * comes before all others.
 */
public final class CommandSender {
    private final Desk desk;
    private final ActorRef actor;
    private final Words words;

    /** What the ledger does for a sender. */
    record Desk(
            Dispatcher dispatcher,
            Gatekeeper gatekeeper,
            MergeLineage lineage,
            Meters meters,
            Clock clock,
            TimeOrderedIds ids,
            Vault.Desk vault) {
        Desk limitedTo(Set<Role> roles) {
            return new Desk(dispatcher, gatekeeper.limitedTo(roles), lineage, meters, clock, ids, vault);
        }
    }

    private record Words(
            @Nullable Instant occurredAt,
            @Nullable UUID commandId,
            @Nullable UUID correlationId,
            @Nullable String reason,
            @Nullable Sealing sealing) {
        static final Words NONE = new Words(null, null, null, null, null);
    }

    CommandSender(Desk desk, ActorRef actor) {
        this(desk, actor, Words.NONE);
    }

    private CommandSender(Desk desk, ActorRef actor, Words words) {
        this.desk = desk;
        this.actor = actor;
        this.words = words;
    }

    /** Says when it happened; without this, the instant at which the command is sent. */
    public CommandSender at(Instant occurredAt) {
        return with(new Words(occurredAt, words.commandId, words.correlationId, words.reason, words.sealing));
    }

    /**
     * Names the command, so that it can be sent again: the ledger answers the second with the result of the first. For one command;
     * without this, every command gets an id of its own.
     */
    public CommandSender commandId(UUID id) {
        return with(new Words(words.occurredAt, id, words.correlationId, words.reason, words.sealing));
    }

    /** Says to which piece of work the command belongs. */
    public CommandSender correlation(UUID id) {
        return with(new Words(words.occurredAt, words.commandId, id, words.reason, words.sealing));
    }

    /** Gives a reason for the audit trail. */
    public CommandSender because(String reason) {
        return with(new Words(words.occurredAt, words.commandId, words.correlationId, reason, words.sealing));
    }

    /** Sends the sealed values to which the command refers; for one command. */
    public CommandSender with(Sealing sealing) {
        return with(new Words(words.occurredAt, words.commandId, words.correlationId, words.reason, sealing));
    }

    /** Opens and erases sealed values in the name of this sender. */
    public Vault vault() {
        return new Vault(desk.vault, this);
    }

    /** Sends as somebody who was let in with these roles only, such as the bearer of an access token. */
    public CommandSender limitedTo(Set<Role> roles) {
        return new CommandSender(desk.limitedTo(roles), actor, words);
    }

    /** @throws org.incidentledger.core.ledger.LedgerException when storage fails */
    public Outcome send(IncidentCommand command) {
        return dispatch(prepared(command), command, CommandActions.of(command), Streams.of(command.incident()));
    }

    /** @throws org.incidentledger.core.ledger.LedgerException when storage fails */
    public Outcome send(SubjectCommand command) {
        return command instanceof SubjectCommand.EraseSubject erase
                ? vault().erase(erase.subject(), erase.request(), erase.ground())
                        .outcome()
                : send(command, prepared(command));
    }

    /** @param prepared gives the command completed with what the ledger knows, for each attempt */
    Outcome send(SubjectCommand command, Supplier<Prepared> prepared) {
        return dispatch(prepared, command, CommandActions.of(command), Streams.of(command.subject()));
    }

    boolean may(Action action) {
        return desk.gatekeeper.policy().decide(actor, action) instanceof AccessDecision.Granted;
    }

    void require(Action action) {
        desk.gatekeeper.require(actor, action);
    }

    /** @throws org.incidentledger.core.ledger.LedgerException when storage fails */
    public Outcome send(MaintenanceCommand command) {
        return dispatch(
                Prepared.plain(command), command, CommandActions.of(command), Streams.of(command.maintenance()));
    }

    /** @throws org.incidentledger.core.ledger.LedgerException when storage fails */
    public Outcome send(CatalogCommand command) {
        return dispatch(Prepared.plain(command), command, CommandActions.of(command), Streams.CATALOG);
    }

    /**
     * Lets a new key sign the checkpoints from now on, and destroys the one that signed until now. The ledger says so in an entry, and
     * the first checkpoint over it is signed by both. Publish the new {@link IncidentLedger#key}.
     *
     * @throws NotPermittedException when the actor lacks the role for it
     * @throws org.incidentledger.core.ledger.LedgerException when storage fails, or the keys cannot be written
     */
    public Receipt rotateKey() {
        desk.gatekeeper.require(actor, Action.ROTATE_KEYS);
        return desk.dispatcher.rotateKey(header());
    }

    private CommandHeader header() {
        Instant now = desk.clock.instant();
        return new CommandHeader(
                words.commandId == null ? desk.ids.next() : words.commandId,
                actor,
                words.occurredAt == null ? now : words.occurredAt,
                now,
                words.correlationId,
                words.reason);
    }

    private Outcome dispatch(Supplier<Prepared> prepared, Object command, Action action, StreamId stream) {
        CommandHeader header = header();
        try {
            Optional<Refusal> objection = desk.gatekeeper.objection(header, action, stream);
            Outcome outcome = objection.isPresent()
                    ? new Outcome.Refused(objection.get())
                    : desk.dispatcher.send(prepared, stream, header, words.commandId != null);
            desk.meters.count(command, outcome);
            if (prepared instanceof SealedCommand sealed
                    && outcome instanceof Outcome.Accepted accepted
                    && !accepted.repeated()) {
                sealed.accepted(header.commandId());
            }
            return outcome;
        } catch (RuntimeException e) {
            desk.meters.countFailure(command);
            throw e;
        }
    }

    /** Encrypted anew for each attempt: what came in between may be the erasure of the subject. */
    private Supplier<Prepared> prepared(SealedHolder command) {
        List<SealedValue> referred = command.sealedValues();
        if (referred.isEmpty()) {
            return () -> new Prepared(
                    command instanceof LifecycleCommand.MergeIncident merge ? desk.lineage.complete(merge) : command,
                    SealedChange.NONE);
        }
        if (words.sealing == null) {
            throw Sealing.notSealed(referred.getFirst().id());
        }
        return new SealedCommand(
                command, words.sealing.valuesOf(referred, words.commandId), words.sealing, desk.vault.sealer());
    }

    private CommandSender with(Words more) {
        return new CommandSender(desk, actor, more);
    }
}
