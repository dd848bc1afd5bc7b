package org.incidentledger.sealing;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Texts;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.ledger.SealedStore;
import org.incidentledger.core.sealing.Commitment;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.PlainValue;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.core.sealing.SealedValueException;
import org.incidentledger.core.sealing.SealedValueException.Flaw;
import org.incidentledger.core.sealing.WrappedKey;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.TimeOrderedId;

/** Encrypts values and opens them, for one ledger. Safe for use by many threads. */
public final class Sealer {
    private static final int PAGE_KEYS = 500;

    private final SealedStore store;
    private final KeyWrapper wrapper;
    private final RandomStock random;
    private final RecentKeys recent = new RecentKeys();
    private final Strangers strangers;

    /** @param wrapper keeps the key that the store does not hold */
    public Sealer(SealedStore store, KeyWrapper wrapper, SecureRandom random) {
        this.store = store;
        this.wrapper = wrapper;
        this.random = new RandomStock(random);
        this.strangers = new Strangers(store);
    }

    /**
     * A value with an id and a random key of its own.
     *
     * @throws InvalidValueException when there is nothing to read, it is longer than 30,000 characters or no valid text, or it is about
     *     {@code system}; the message does not quote it
     */
    public PlainValue plain(ActorRef subject, String text) {
        Refusal refusal = Texts.required("sealed value", text, Limits.DEFAULT.internalText());
        if (refusal != null) {
            throw new InvalidValueException(refusal.message());
        }
        if (subject.equals(ActorRef.SYSTEM)) {
            throw new InvalidValueException("'system' is nobody whom a value could be about; name a subject");
        }
        return new PlainValue(newId(), subject, random.take(Commitment.KEY_BYTES), text);
    }

    /**
     * What must be stored with the events that refer to these values; their positions are 0.
     *
     * @throws LedgerException when a key cannot be read
     */
    public SealedChange.Seal seal(List<PlainValue> plain) {
        List<EncryptedValue> values = new ArrayList<>();
        List<WrappedKey> fresh = new ArrayList<>();
        Map<ActorRef, SubjectKey> keys = new HashMap<>();
        try {
            for (PlainValue value : plain) {
                SubjectKey key = keys.get(value.subject());
                if (key == null) {
                    key = keyToSeal(value.subject(), fresh);
                    keys.put(value.subject(), key);
                }
                values.add(key.encrypt(value));
            }
        } catch (GeneralSecurityException e) {
            throw new LedgerException.Unavailable(
                    "cannot seal: the key of the subject was not wrapped by %s; put the keyset back that wrapped it"
                            .formatted(wrapper),
                    null);
        }
        return new SealedChange.Seal(values, fresh);
    }

    /**
     * The same after the ledger refused what {@link #seal} gave: what came in between may be the erasure of a subject, or somebody
     * else's key for it.
     */
    public SealedChange.Seal sealAgain(List<PlainValue> plain, SealedChange.Seal refused) {
        plain.forEach(value -> forget(value.subject()));
        SealedChange.Seal again = seal(plain);
        if (again.newKeys().size() < refused.newKeys().size()) {
            strangers.mistaken();
        }
        return again;
    }

    private SubjectKey keyToSeal(ActorRef subject, List<WrappedKey> fresh) throws GeneralSecurityException {
        if (!strangers.include(subject)) {
            Optional<SubjectKey> known = known(subject);
            if (known.isPresent()) {
                return known.get();
            }
            strangers.lookedUpInVain();
        }
        strangers.meet(subject);
        SubjectKey.Fresh made = SubjectKey.make(newId(), subject, random.take(SubjectKey.BYTES), wrapper);
        fresh.add(made.wrapped());
        recent.propose(made.key());
        return made.key();
    }

    /** The ledger has stored what {@link #seal} gave: its new keys need not be looked up and unwrapped. */
    public void stored(SealedChange.Seal seal) {
        seal.newKeys().forEach(key -> recent.accept(key.subject(), key.id()));
    }

    /** The ledger says that the key of a subject is another, or none: it is looked up anew. */
    public void forget(ActorRef subject) {
        recent.remove(subject);
    }

    /**
     * The value in plain text.
     *
     * @param committed what the entry says of it
     * @throws SealedValueException when what is stored is not what was sealed
     */
    public PlainValue open(EncryptedValue stored, SealedValue committed) {
        SubjectKey key = keyFor(stored);
        PlainValue plain;
        try {
            plain = key.decrypt(stored);
        } catch (GeneralSecurityException e) {
            throw new SealedValueException(stored.position(), stored.id(), Flaw.NOT_AUTHENTIC);
        }
        if (!plain.opens(committed)) {
            throw new SealedValueException(stored.position(), stored.id(), Flaw.NOT_COMMITTED);
        }
        return plain;
    }

    /**
     * Wraps the key of every subject by the key that wraps now; no entry changes. May be done again after an interruption.
     *
     * @return how many keys there are
     * @throws LedgerException.Unavailable when one cannot be unwrapped, naming its subject
     */
    public long rewrapAll() {
        long count = 0;
        String behind = "";
        for (List<WrappedKey> page = store.keys(behind, PAGE_KEYS);
                !page.isEmpty();
                page = store.keys(behind, PAGE_KEYS)) {
            for (WrappedKey key : page) {
                store.rewrap(key, rewrapped(key));
                count++;
            }
            behind = page.getLast().subject().value();
        }
        return count;
    }

    private WrappedKey rewrapped(WrappedKey key) {
        try {
            return SubjectKey.rewrap(key, wrapper);
        } catch (GeneralSecurityException e) {
            throw new LedgerException.Unavailable(
                    "the key of %s was not wrapped by %s; put the keyset back that wrapped it"
                            .formatted(key.subject(), wrapper),
                    null);
        }
    }

    private SubjectKey keyFor(EncryptedValue stored) {
        Optional<SubjectKey> key = Optional.empty();
        try {
            key = known(stored.subject()).filter(found -> found.id().equals(stored.key()));
        } catch (GeneralSecurityException notByThisKey) {
            recent.remove(stored.subject());
        }
        return key.orElseThrow(() -> new SealedValueException(stored.position(), stored.id(), Flaw.KEY_UNUSABLE));
    }

    private Optional<SubjectKey> known(ActorRef subject) throws GeneralSecurityException {
        Optional<SubjectKey> found = recent.get(subject);
        if (found.isPresent()) {
            return found;
        }
        Optional<WrappedKey> stored = store.keyOf(subject);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        SubjectKey key = SubjectKey.unwrap(stored.get(), wrapper);
        recent.put(subject, key);
        return Optional.of(key);
    }

    private UUID newId() {
        return TimeOrderedId.of(InstantSource.system().instant(), random.take(TimeOrderedId.RANDOM_BYTES));
    }
}
