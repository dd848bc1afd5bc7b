package org.incidentledger.embedded;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.incidentledger.core.axon.Headers;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.Ledger;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.RefusalLog;
import org.incidentledger.core.ledger.StreamId;
import org.jspecify.annotations.Nullable;

/** Sends commands through Axon and turns what comes back into outcomes. Safe for use by many threads. */
final class Dispatcher {
    /** A conflict means that another command came in between; that many in a row means that something else is wrong. */
    private static final int ATTEMPTS = 8;

    private final Supplier<CommandSide> commands;
    private final Ledger ledger;
    private final RefusalLog refusals;
    private volatile boolean closed;

    /** @param commands asked for when the first command is decided */
    Dispatcher(Supplier<CommandSide> commands, Ledger ledger, RefusalLog refusals) {
        this.commands = commands;
        this.ledger = ledger;
        this.refusals = refusals;
    }

    /**
     * @param command prepared anew for each attempt
     * @param chosen whether the sender chose the command id, so that it may send the command again
     * @throws LedgerException when storage fails
     */
    Outcome send(Supplier<Prepared> command, StreamId stream, CommandHeader header, boolean chosen) {
        requireOpen();
        return chosen
                ? firstResult(stream, header).orElseGet(() -> remember(stream, header, decide(command, stream, header)))
                : decide(command, stream, header);
    }

    /** @throws LedgerException when storage fails, or the keys cannot be written */
    Receipt rotateKey(CommandHeader header) {
        requireOpen();
        return ledger.rotateKey(header);
    }

    private void requireOpen() {
        if (closed) {
            throw new LedgerException.Unavailable("the ledger is closed; open it again to send commands", null);
        }
    }

    /** Turns every further command away. */
    void close() {
        closed = true;
    }

    private Optional<Outcome> firstResult(StreamId stream, CommandHeader header) {
        return ledger.receipt(header.commandId())
                .map(receipt -> repeated(receipt, stream))
                .or(() -> refusals.find(header.commandId()).map(Outcome.Refused::new));
    }

    private Outcome remember(StreamId stream, CommandHeader header, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused && refused.refusal().rule() != Rule.COMMAND_ID_REUSED) {
            refusals.record(header.commandId(), stream, refused.refusal(), header.receivedAt());
        }
        return outcome;
    }

    private Outcome decide(Supplier<Prepared> command, StreamId stream, CommandHeader header) {
        Outcome outcome = decideAsKnown(command, stream, header);
        boolean refused = outcome instanceof Outcome.Refused;
        // A refusal by what this process remembers is no refusal by what others have appended since.
        return refused && commands.get().forgetLagging(stream) ? decideAsKnown(command, stream, header) : outcome;
    }

    private Outcome decideAsKnown(Supplier<Prepared> command, StreamId stream, CommandHeader header) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Outcome> outcome = attempt(command.get(), stream, header);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new Outcome.Refused(new Refusal(
                Rule.CONCURRENT_CHANGE,
                "%s changed %d times while this command was decided; send it again".formatted(stream, ATTEMPTS)));
    }

    /** Empty when another command came in between, so that this one must be decided again. */
    private Optional<Outcome> attempt(Prepared command, StreamId stream, CommandHeader header) {
        CommandResultMessage<?> result = dispatch(command, header);
        Receipt receipt = commands.get().engine().takeReceipt(header.commandId());
        if (!result.isExceptional()) {
            return Optional.of(
                    switch ((Decision<?>) result.getPayload()) {
                        case Decision.Accepted<?> accepted -> accepted(receipt, header.commandId());
                        case Decision.Refused<?> refused -> new Outcome.Refused(refused.refusal());
                    });
        }
        return switch (result.exceptionResult()) {
            case AppendRejectedException rejected -> rejected(rejected.result(), stream);
            case ConcurrencyException conflict -> Optional.empty();
            case RuntimeException failure -> throw failure;
            case Throwable failure ->
                throw new IllegalStateException("a command failed: " + failure.getMessage(), failure);
        };
    }

    private CommandResultMessage<?> dispatch(Prepared prepared, CommandHeader header) {
        Object command = prepared.command();
        GenericCommandMessage<Object> message = new GenericCommandMessage<>(
                new GenericMessage<>(
                        header.commandId().toString(), command, Headers.metaData(header, prepared.change())),
                command.getClass().getName());
        DispatchResult result = new DispatchResult();
        commands.get().bus().dispatch(message, result);
        return result.get();
    }

    private static Outcome accepted(@Nullable Receipt receipt, UUID commandId) {
        if (receipt == null) {
            throw new IllegalStateException(
                    "command %s was accepted, but the ledger was not asked".formatted(commandId));
        }
        return new Outcome.Accepted(receipt, false);
    }

    private static Optional<Outcome> rejected(AppendResult result, StreamId stream) {
        return switch (result) {
            case AppendResult.AlreadyAppended already -> Optional.of(repeated(already.receipt(), stream));
            case AppendResult.Conflict conflict -> Optional.empty();
            case AppendResult.SealedConflict conflict -> Optional.empty();
            case AppendResult.TooLarge tooLarge ->
                Optional.of(new Outcome.Refused(new Refusal(
                        Rule.ENTRY_TOO_LARGE,
                        "the entry of %s would have %,d bytes, the limit is %,d; shorten its texts"
                                .formatted(tooLarge.type(), tooLarge.sizeBytes(), tooLarge.limitBytes()))));
            case AppendResult.Appended appended ->
                throw new IllegalStateException("an append was rejected and appended: " + appended);
        };
    }

    private static Outcome repeated(Receipt receipt, StreamId stream) {
        return receipt.stream().equals(stream)
                ? new Outcome.Accepted(receipt, true)
                : new Outcome.Refused(new Refusal(
                        Rule.COMMAND_ID_REUSED,
                        "command id %s was used for %s; use a new id for %s"
                                .formatted(receipt.commandId(), receipt.stream(), stream)));
    }
}
