package org.incidentledger.cli.invocation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.embedded.Outcome;

/** The answer to a command that appends. */
public final class Accepted {
    private Accepted() {}

    /** The receipt, when the command was accepted. @throws Failure naming the rule when it was refused */
    public static Receipt receipt(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> accepted.receipt();
            case Outcome.Refused refused -> throw Failure.refused(refused.refusal());
        };
    }

    /**
     * Prints what became of a command.
     *
     * @param done what was done, such as {@code incident 7f3k acknowledged}
     * @param names further members of the JSON object, such as the id of an update
     * @return the exit code
     * @throws Failure naming the rule when it was refused
     */
    public static int print(Invocation invocation, Outcome outcome, String done, Map<String, String> names) {
        Receipt receipt = receipt(outcome);
        boolean repeated = isRepeated(outcome);
        invocation
                .answers()
                .print(
                        () -> "%s (position %d%s)"
                                .formatted(
                                        Printable.line(done),
                                        receipt.firstPosition(),
                                        repeated ? "; the command was sent before, nothing was added" : ""),
                        () -> json(receipt, repeated, names));
        return ExitCode.DONE;
    }

    /**
     * Prints the id of what a command began.
     *
     * @param what it is, for machines, such as {@code incident}
     * @return the exit code
     * @throws Failure naming the rule when it was refused
     */
    public static int printId(Invocation invocation, Outcome outcome, String what) {
        Receipt receipt = receipt(outcome);
        String id = receipt.stream().id();
        invocation.answers().print(() -> id, () -> json(receipt, isRepeated(outcome), Map.of(what, id)));
        return ExitCode.DONE;
    }

    private static boolean isRepeated(Outcome outcome) {
        return outcome instanceof Outcome.Accepted accepted && accepted.repeated();
    }

    /** A receipt as machines read it. */
    public static ObjectNode json(Receipt receipt, boolean repeated, Map<String, String> names) {
        ObjectNode object = Answers.object();
        names.forEach(object::put);
        object.put("stream", receipt.stream().toString())
                .put("command", receipt.commandId().toString())
                .put("repeated", repeated)
                .put("firstPosition", receipt.firstPosition())
                .put("lastPosition", receipt.lastPosition())
                .put("recordedAt", receipt.recordedAt().toString());
        ArrayNode events = object.putArray("events");
        receipt.eventIds().stream().map(UUID::toString).forEach(events::add);
        return object;
    }
}
