package org.incidentledger.core.subject;

import static org.incidentledger.core.decision.Objections.when;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Objections;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.decision.Texts;
import org.incidentledger.core.decision.Times;
import org.jspecify.annotations.Nullable;

/** Decides every command about a subject. Pure, and safe for use by many threads. */
public final class SubjectDecider {
    /** More identifiers than these might not fit an entry. */
    static final int VALUES_MAX = 1_000;

    private final Limits limits;

    public SubjectDecider(Limits limits) {
        this.limits = limits;
    }

    /** Grants the command with the events that follow from it, or refuses it by the first rule that stands against it. */
    public Decision<SubjectEvent> decide(Subject state, SubjectCommand command, CommandHeader header) {
        Refusal refusal = Objections.firstOf(
                Times.notInFuture("the instant", header.occurredAt(), header),
                Texts.optional("reason", header.reason(), limits.line()));
        if (refusal != null) {
            return new Decision.Refused<>(refusal);
        }
        return switch (command) {
            case SubjectCommand.DescribeSubject c ->
                Objections.of(when(
                                c.sealedValues().isEmpty(),
                                Rule.NOTHING_CHANGED,
                                () -> "nothing is said about %s; give a name or a contact".formatted(c.subject())))
                        .otherwise(() -> new SubjectEvent.SubjectDescribed(c.name(), c.contact()));
            case SubjectCommand.OpenValues c ->
                Objections.of(
                                objectToNone(c.subject().value(), c.values()),
                                Texts.required("reason of the opening", c.reason(), limits.line()))
                        .otherwiseAll(() -> inParts(
                                c.values(), part -> new SubjectEvent.ValuesOpened(part, c.purpose(), c.reason())));
            case SubjectCommand.EraseSubject c -> erase(state, c);
        };
    }

    private Decision<SubjectEvent> erase(Subject state, SubjectCommand.EraseSubject c) {
        return Objections.of(
                        objectToHolds(c),
                        objectToErasingNothing(state, c),
                        Texts.required("reference of the request", c.request(), limits.title()),
                        Texts.required("ground", c.ground(), limits.line()))
                .otherwiseAll(() -> inParts(
                        c.holdings().values(), part -> new SubjectEvent.SubjectErased(part, c.request(), c.ground())));
    }

    private static @Nullable Refusal objectToHolds(SubjectCommand.EraseSubject c) {
        List<Holdings.Hold> holds = c.holdings().holds();
        return when(
                !holds.isEmpty(),
                Rule.LEGAL_HOLD,
                () -> "incident %s is on legal hold: %s; lift the hold first, or refuse the request"
                        .formatted(holds.getFirst().incident(), holds.getFirst().reason()));
    }

    private static @Nullable Refusal objectToErasingNothing(Subject state, SubjectCommand.EraseSubject c) {
        return when(
                c.holdings().values().isEmpty(),
                Rule.NOTHING_SEALED,
                () -> state.lastRequest().isEmpty()
                        ? "nothing is sealed about %s; check the reference".formatted(c.subject())
                        : "nothing is sealed about %s any more; it was erased by request %s"
                                .formatted(c.subject(), state.lastRequest()));
    }

    private static @Nullable Refusal objectToNone(String subject, List<UUID> values) {
        return when(
                values.isEmpty(),
                Rule.NOTHING_SEALED,
                () -> "no sealed value about %s is named; name at least one".formatted(subject));
    }

    private interface PartOf {
        SubjectEvent of(List<UUID> part);
    }

    private static List<SubjectEvent> inParts(List<UUID> values, PartOf event) {
        List<SubjectEvent> events = new ArrayList<>();
        for (int from = 0; from < values.size(); from += VALUES_MAX) {
            events.add(event.of(values.subList(from, Math.min(from + VALUES_MAX, values.size()))));
        }
        return events;
    }
}
