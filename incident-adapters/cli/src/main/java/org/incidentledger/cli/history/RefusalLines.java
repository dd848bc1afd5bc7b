package org.incidentledger.cli.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.InstantText;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Printable;
import org.incidentledger.core.ledger.RecordedRefusal;
import org.incidentledger.embedded.IncidentLedger;

/** What was refused, as far as it is remembered. */
final class RefusalLines {
    private static final int NEWEST = 1_000;

    private RefusalLines() {}

    static void print(Invocation invocation, IncidentLedger ledger, Predicate<RecordedRefusal> wanted) {
        List<RecordedRefusal> refusals = ledger.readAs(invocation.actor()).refusals(NEWEST).stream()
                .filter(wanted)
                .toList();
        invocation.answers().print(() -> text(refusals, invocation.times()), () -> json(refusals));
    }

    private static String text(List<RecordedRefusal> refusals, InstantText times) {
        StringBuilder text = new StringBuilder();
        for (RecordedRefusal refusal : refusals) {
            text.append(Printable.line("%s  %s  %s  command %s"
                            .formatted(
                                    times.print(refusal.receivedAt()),
                                    refusal.stream(),
                                    refusal.refusal().rule().word(),
                                    refusal.commandId())))
                    .append('\n')
                    .append(Printable.block(refusal.refusal().message(), "    "));
        }
        return refusals.isEmpty() ? "No refusal is remembered.\n" : text.toString();
    }

    private static ObjectNode json(List<RecordedRefusal> refusals) {
        ObjectNode object = Answers.object();
        ArrayNode list = object.putArray("refusals");
        refusals.forEach(refusal -> list.addObject()
                .put("receivedAt", refusal.receivedAt().toString())
                .put("stream", refusal.stream().toString())
                .put("rule", refusal.refusal().rule().word())
                .put("message", refusal.refusal().message())
                .put("command", refusal.commandId().toString()));
        return object;
    }
}
