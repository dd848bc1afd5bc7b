package org.incidentledger.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.ledger.Ledger;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.SealedStore;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.PlainValue;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.core.sealing.SealedValueException;
import org.incidentledger.core.sealing.SealedValueException.Flaw;
import org.incidentledger.core.subject.Holdings;
import org.incidentledger.core.subject.Purpose;
import org.incidentledger.core.subject.SubjectCommand;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.sealing.KeyWrapper;
import org.incidentledger.sealing.Sealer;
import org.jspecify.annotations.Nullable;

/**
 * Opens and erases sealed values in the name of an actor. The ledger records every opening, before the value is given, and every
 * erasure. Safe for use by many threads.
 */
public final class Vault {
    private final Desk desk;
    private final CommandSender sender;

    /** What the ledger does for a vault. */
    record Desk(SealedStore store, OnDemand<Sealer> sealer, SealedRecords records, Snapshots snapshots) {
        /** @param key absent when nothing can be sealed */
        static Desk of(Ledger ledger, HistoryDecoder decoder, @Nullable KeyWrapper key, Snapshots snapshots) {
            return new Desk(
                    ledger.sealed(),
                    new OnDemand<>(() -> LedgerSealer.of(ledger, key)),
                    new SealedRecords(ledger, decoder),
                    snapshots);
        }
    }

    Vault(Desk desk, CommandSender sender) {
        this.desk = desk;
        this.sender = sender;
    }

    /**
     * A value in plain text.
     *
     * @param reason why it is needed; recorded
     * @throws SealedValueException when what is stored is not what was sealed
     * @throws InvalidValueException when no entry refers to such a value
     */
    public Opening open(UUID value, String reason) {
        EncryptedValue stored = desk.store().find(value).orElse(null);
        return stored == null
                ? notStored(value)
                : openAll(stored.subject(), List.of(stored), Purpose.READ, reason)
                        .getFirst();
    }

    /**
     * Returns when what seals values is at hand, or can be made.
     *
     * @throws LedgerException.Unavailable when it is not, such as a keyset that was lost
     */
    public void requireKey() {
        desk.sealer().get();
    }

    /**
     * What has become of a value. Opens nothing and is not recorded.
     *
     * @param committedIn the stream of the entry that commits to it
     */
    public SealedState stateOf(ActorRef subject, UUID value, StreamId committedIn) {
        if (desk.store().find(subject, value).isPresent()) {
            return SealedState.SEALED;
        }
        boolean said = desk.records().saysErased(Streams.of(subject), value)
                || desk.records().saysErased(committedIn, value);
        return said ? SealedState.ERASED : SealedState.MISSING;
    }

    /**
     * Values with what opens them, to be handed to somebody who checks them against the ledger.
     *
     * @return one for each value about the subject that is there; none when nothing is sealed about it
     * @throws SealedValueException when what is stored of one is not what was sealed
     */
    public List<Opening> disclose(ActorRef subject, String reason) {
        return openAll(subject, desk.store().about(subject), Purpose.DISCLOSURE, reason);
    }

    /**
     * The same for some values, about whomever. When one of them was erased nothing is opened, and only what was erased is answered.
     *
     * @throws InvalidValueException when no entry refers to one of them; nothing is opened then
     */
    public List<Opening> disclose(List<UUID> values, String reason) {
        Map<ActorRef, List<EncryptedValue>> stored = new LinkedHashMap<>();
        List<Opening> answers = new ArrayList<>();
        for (UUID value : new LinkedHashSet<>(values)) {
            desk.store()
                    .find(value)
                    .ifPresentOrElse(
                            found -> stored.computeIfAbsent(found.subject(), subject -> new ArrayList<>())
                                    .add(found),
                            () -> answers.add(notStored(value)));
        }
        if (answers.isEmpty()) {
            stored.forEach((subject, about) -> answers.addAll(openAll(subject, about, Purpose.DISCLOSURE, reason)));
        }
        return answers;
    }

    /**
     * Everything that is held about a subject, for its right of access. Reads the whole ledger.
     *
     * @throws NotPermittedException when the actor may not open sealed values
     * @throws SealedValueException when what is stored of one is not what was sealed
     */
    public SubjectReport about(ActorRef subject, String reason) {
        sender.require(Action.OPEN_SEALED);
        List<EncryptedValue> stored = desk.store().about(subject);
        List<Opening> openings = openAll(subject, stored, Purpose.SUBJECT_ACCESS, reason);
        List<SubjectReport.Mention> mentions = new ArrayList<>();
        Map<UUID, SealedRecords.Reference> references = desk.records()
                .all(entry -> SubjectReport.Mention.in(entry, subject).ifPresent(mentions::add));
        List<SubjectReport.Held> held = new ArrayList<>();
        for (SealedRecords.Reference reference : references.values()) {
            if (reference.value().subject().equals(subject)) {
                requireNotMissing(reference);
                held.add(held(reference, plain(openings, reference.value().id())));
            }
        }
        return new SubjectReport(subject, held, mentions, refusal(openings));
    }

    private void requireNotMissing(SealedRecords.Reference reference) {
        SealedValue value = reference.value();
        if (reference.erasedAt() == null
                && stateOf(value.subject(), value.id(), reference.event().stream()) == SealedState.MISSING) {
            throw new SealedValueException(reference.event().position(), value.id(), Flaw.MISSING);
        }
    }

    private static SubjectReport.Held held(SealedRecords.Reference reference, @Nullable PlainValue open) {
        return new SubjectReport.Held(
                reference.value().id(),
                reference.event().position(),
                reference.event().stream().toString(),
                reference.event().type(),
                open,
                reference.erasedAt());
    }

    private static @Nullable Refusal refusal(List<Opening> openings) {
        for (Opening opening : openings) {
            if (opening instanceof Opening.StaysSealed stays) {
                return stays.refusal();
            }
        }
        return null;
    }

    private static @Nullable PlainValue plain(List<Opening> openings, UUID id) {
        for (Opening opening : openings) {
            if (opening instanceof Opening.Open open && open.value().id().equals(id)) {
                return open.value();
            }
        }
        return null;
    }

    /** What {@link #erase} would delete now, and what stands against it; nothing is changed. */
    public ErasurePlan plan(ActorRef subject) {
        sender.require(Action.ERASE);
        return desk.records().plan(subject);
    }

    /**
     * What recognizes texts about a subject that are kept elsewhere; to be asked for before the subject is erased. Nothing is opened
     * for anybody by this. A value that cannot be opened, because its key is lost, is left out.
     */
    public Mentions mentions(ActorRef subject) {
        sender.require(Action.ERASE);
        List<PlainValue> values = new ArrayList<>();
        int unread = 0;
        for (EncryptedValue stored : desk.store().about(subject)) {
            try {
                values.add(desk.sealer().get().open(stored, desk.records().reference(stored)));
            } catch (SealedValueException | LedgerException.Unavailable lost) {
                // The subject has a right to be erased all the same; its reference still recognizes texts.
                unread++;
            }
        }
        return new Mentions(subject, values, unread);
    }

    /**
     * Deletes everything that is sealed about a subject, and the key to it, in the transaction of the entry that says so; then removes
     * what is left of it in files, as far as that can be done now. May be called again after an interruption: then the first is
     * refused as done, and the second is done.
     *
     * @param request the reference of the request for erasure
     * @param ground the legal ground on which it is granted
     */
    public Erasure erase(ActorRef subject, String request, String ground) {
        SubjectCommand.EraseSubject command =
                new SubjectCommand.EraseSubject(subject, request, ground, Holdings.UNKNOWN);
        Set<StreamId> concerned = ConcurrentHashMap.newKeySet();
        concerned.add(Streams.of(subject));
        Outcome outcome = sender.send(command, () -> {
            ErasurePlan plan = desk.records().plan(subject);
            concerned.addAll(plan.seen().keySet());
            return new Prepared(
                    new SubjectCommand.EraseSubject(subject, request, ground, plan.holdings()), plan.change());
        });
        if (isNotPermitted(outcome)) {
            return new Erasure(outcome, List.of());
        }
        desk.sealer().ifMade().ifPresent(sealer -> sealer.forget(subject));
        desk.snapshots().forget(concerned);
        return new Erasure(outcome, purge());
    }

    private static boolean isNotPermitted(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused && refused.refusal().rule() == Rule.NOT_PERMITTED;
    }

    /** Removes what is left of erased values in files, as far as that can be done now; says what is left, and how it goes. */
    public List<String> purge() {
        return desk.store().purge();
    }

    /**
     * Wraps the keys of all subjects by the key that wraps now; no entry changes. May be done again after an interruption.
     *
     * @return how many keys there are
     * @throws NotPermittedException when the actor may not replace keys
     */
    public long rewrapKeys() {
        sender.require(Action.ROTATE_KEYS);
        long keys = desk.sealer().get().rewrapAll();
        desk.store().purge();
        return keys;
    }

    private List<Opening> openAll(ActorRef subject, List<EncryptedValue> stored, Purpose purpose, String reason) {
        if (stored.isEmpty()) {
            sender.require(Action.OPEN_SEALED);
            return List.of();
        }
        List<UUID> ids = stored.stream().map(EncryptedValue::id).toList();
        List<Opening> opened = new ArrayList<>();
        if (sender.may(Action.OPEN_SEALED)) {
            for (EncryptedValue value : stored) {
                PlainValue plain =
                        desk.sealer().get().open(value, desk.records().reference(value));
                opened.add(new Opening.Open(plain, value.position()));
            }
        }
        Outcome recorded = sender.send(new SubjectCommand.OpenValues(subject, ids, purpose, reason));
        return switch (recorded) {
            case Outcome.Accepted accepted -> opened;
            case Outcome.Refused refused ->
                stored.stream()
                        .map(value -> (Opening) new Opening.StaysSealed(refused.refusal()))
                        .toList();
        };
    }

    private Opening notStored(UUID value) {
        sender.require(Action.OPEN_SEALED);
        SealedRecords.Reference reference = desk.records().all(entry -> {}).get(value);
        if (reference == null) {
            throw new InvalidValueException(
                    "no entry refers to a sealed value %s; check the id, the audit trail shows it".formatted(value));
        }
        Long erasedAt = reference.erasedAt();
        if (erasedAt == null) {
            throw new SealedValueException(reference.event().position(), value, Flaw.MISSING);
        }
        return new Opening.Erased(reference.event().position(), erasedAt);
    }
}
