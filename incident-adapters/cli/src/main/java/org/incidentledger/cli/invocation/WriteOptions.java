package org.incidentledger.cli.invocation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.embedded.CommandSender;
import org.incidentledger.embedded.IncidentLedger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that appends to the ledger. */
public final class WriteOptions {
    @Option(
            names = "--occurred-at",
            paramLabel = "INSTANT",
            description = "When it happened, such as 2026-05-01T10:00:00Z (default: now).")
    @Nullable
    String occurredAt;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit trail; nothing personal.")
    @Nullable
    String reason;

    @Option(
            names = "--command-id",
            paramLabel = "UUID",
            description = "Id of this command; sent again under the same id it appends nothing (default: random).")
    @Nullable
    UUID givenId;

    @Option(
            names = "--correlation",
            paramLabel = "UUID",
            description = "Groups commands that belong to one piece of work.")
    @Nullable
    UUID correlation;

    private @Nullable UUID commandId;
    private boolean reasonTaken;

    /** The id under which the command is sent. */
    public UUID commandId() {
        if (commandId == null) {
            commandId = givenId == null ? UUID.randomUUID() : givenId;
        }
        return commandId;
    }

    /**
     * What the same command began when it was sent before under the id that was chosen for it, by its name. The same words on another
     * day would make up another name, were the ledger not asked for the first one.
     */
    public Optional<String> begunBefore(IncidentLedger ledger) {
        return givenId == null
                ? Optional.empty()
                : ledger.reader()
                        .receipt(givenId)
                        .map(receipt -> receipt.stream().id());
    }

    /**
     * The reason as a part of the command itself, which then is not kept a second time beside it.
     *
     * @throws Failure when none is given
     */
    public String requiredReason() {
        if (reason == null) {
            throw Failure.badInput("no reason is given; add --reason TEXT");
        }
        reasonTaken = true;
        return reason;
    }

    /** Sends commands as these options say. */
    public CommandSender sender(Invocation invocation, IncidentLedger ledger) {
        CommandSender sender = ledger.as(invocation.actor()).commandId(commandId());
        sender = occurredAt == null ? sender : sender.at(occurredAt(invocation, occurredAt));
        sender = correlation == null ? sender : sender.correlation(correlation);
        return reason == null || reasonTaken ? sender : sender.because(reason);
    }

    /** What a command will bear that is sent now, for whoever asks the rules before it is sent. */
    public CommandHeader header(Invocation invocation) {
        Instant now = invocation.now();
        Instant occurred = occurredAt == null ? now : occurredAt(invocation, occurredAt);
        return new CommandHeader(
                commandId(), invocation.actor(), occurred, now, correlation, reasonTaken ? null : reason);
    }

    /** @throws Failure when an option has a bad value; asked before the ledger is touched */
    public void check(Invocation invocation) {
        invocation.actor();
        if (occurredAt != null) {
            occurredAt(invocation, occurredAt);
        }
    }

    private static Instant occurredAt(Invocation invocation, String text) {
        return invocation.instant("--occurred-at", text);
    }
}
