package org.incidentledger.cli.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.InstantText;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.MomentOptions;
import org.incidentledger.cli.invocation.Printable;
import org.incidentledger.cli.invocation.Progress;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.encoding.HistoryReader;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.SealedStates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "replay",
        description = {
            "Walk through history event by event: what happened, and how the incident or maintenance stood after it,",
            "inside and for the public."
        },
        footer = {
            "  incident replay --incident 2026-11-22-7f3k9q",
            "  incident replay --as-of 2026-05-01T10:00:00Z",
            "  incident replay --at-position 100 --json"
        })
final class Replay extends CliCommand {
    @Mixin
    StreamOptions stream = new StreamOptions();

    @Mixin
    MomentOptions moment = new MomentOptions();

    @Override
    protected int run(Invocation invocation) {
        try (IncidentLedger ledger = invocation.openExisting()) {
            invocation.require(ledger, Action.READ_INCIDENTS);
            stream.requireKnown(ledger);
            long size = moment.size(invocation, ledger);
            SealedStates states = new SealedStates(ledger.as(invocation.actor()).vault());
            if (invocation.answers().json()) {
                ObjectNode object = Answers.object().put("entries", size);
                ArrayNode events = object.putArray("events");
                walk(invocation, ledger, size, step -> add(events, step, states));
                invocation.answers().text(object.toString());
            } else {
                StringBuilder page = new StringBuilder();
                walk(invocation, ledger, size, step -> page.append(text(step, states, invocation.times())));
                invocation.answers().text(page.isEmpty() ? "Nothing had happened.\n" : page.toString());
            }
        }
        return ExitCode.DONE;
    }

    private void walk(Invocation invocation, IncidentLedger ledger, long size, Consumer<ReplayStep> wanted) {
        HistoryReader history = new HistoryReader(ledger.reader(), new HistoryDecoder(new EventCodec()));
        ReplayState state = new ReplayState();
        String only = stream.name();
        try (Progress progress = new Progress(invocation, "replay")) {
            history.forEach(0, size, event -> {
                if (only == null || only.equals(event.stream().toString())) {
                    wanted.accept(state.after(event));
                }
                progress.at(event.position() + 1, size);
            });
        }
    }

    private static String text(ReplayStep step, SealedStates states, InstantText times) {
        StringBuilder text = new StringBuilder(Printable.line("#%d  %s  %s  %s  %s  => %s"
                        .formatted(
                                step.event().position(),
                                times.print(step.event().provenance().recordedAt()),
                                step.event().stream(),
                                step.event().provenance().actor(),
                                step.line().summary(),
                                step.standing()))
                + "\n");
        states.of(step.line()).forEach(named -> text.append("    %s: %s\n".formatted(named.field(), named)));
        return text.toString();
    }

    private static void add(ArrayNode events, ReplayStep step, SealedStates states) {
        ObjectNode object = events.addObject()
                .put("position", step.event().position())
                .put("recordedAt", step.event().provenance().recordedAt().toString())
                .put("occurredAt", step.event().provenance().occurredAt().toString())
                .put("stream", step.event().stream().toString())
                .put("type", step.event().type())
                .put("actor", step.event().provenance().actor().value())
                .put("summary", step.line().summary())
                .put("phase", step.phase())
                .put("publicStatus", step.publicStatus());
        List<SealedStates.Named> named = states.of(step.line());
        if (!named.isEmpty()) {
            ArrayNode sealed = object.putArray("sealed");
            named.forEach(value -> sealed.addObject()
                    .put("field", value.field())
                    .put("value", value.value().toString())
                    .put("subject", value.subject().value())
                    .put("state", Words.of(value.state())));
        }
    }
}
