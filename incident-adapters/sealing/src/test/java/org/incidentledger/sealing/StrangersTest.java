package org.incidentledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.ledger.SealedStore;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.PlainValue;
import org.incidentledger.core.sealing.WrappedKey;
import org.incidentledger.ledger.memory.MemoryLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that seals about many new subjects stops asking for keys that nobody has made. */
class StrangersTest {
    private static final int ENOUGH = 200;

    private final MemoryLedger ledger = new MemoryLedger(Clock.systemUTC());
    private final List<ActorRef> asked = new ArrayList<>();
    private final KeyWrapper wrapper = KeyWrapper.ofThisProcess();
    private final Sealer sealer = new Sealer(new Asked(ledger.sealed(), asked), wrapper, new SecureRandom());
    private final Sealer elsewhere = new Sealer(ledger.sealed(), wrapper, new SecureRandom());

    @BeforeEach
    void many_were_looked_up_in_vain() {
        stored(elsewhere, new ActorRef("client/old"));
        for (int i = 0; i < ENOUGH; i++) {
            stored(sealer, new ActorRef("client/new-" + i));
        }
        assertThat(asked).hasSize(ENOUGH);
        asked.clear();
    }

    private static SealedChange.Seal seal(Sealer by, ActorRef subject) {
        return by.seal(List.of(by.plain(subject, "Somebody")));
    }

    private AppendResult append(SealedChange change) {
        Append append =
                SampleAppends.append(SampleAppends.stream("a"), ledger.head().size(), 1);
        return ledger.append(
                new Append(append.stream(), append.expectedSequence(), append.header(), append.drafts(), change));
    }

    private void stored(Sealer by, ActorRef subject) {
        assertThat(append(seal(by, subject))).isInstanceOf(AppendResult.Appended.class);
    }

    @Test
    void then_a_stranger_is_not_looked_up() {
        stored(sealer, new ActorRef("client/stranger"));

        assertThat(asked).isEmpty();
    }

    @Test
    void whoever_has_a_key_is_looked_up_also_one_who_got_it_just_now() {
        ActorRef old = new ActorRef("client/old");
        ActorRef fresh = new ActorRef("client/fresh");
        stored(sealer, fresh);

        stored(sealer, old);
        stored(sealer, fresh);
        assertThat(asked).containsExactly(old, fresh);
    }

    @Test
    void the_key_that_somebody_else_made_meanwhile_is_found_when_the_ledger_refuses_a_second() {
        ActorRef subject = new ActorRef("client/elsewhere");
        stored(elsewhere, subject);

        repair(subject);
        assertThat(asked).containsExactly(subject);
    }

    /** Seals as a command does: again when it is refused. */
    private void repair(ActorRef subject) {
        PlainValue value = sealer.plain(subject, "Somebody");
        SealedChange.Seal refused = sealer.seal(List.of(value));
        assertThat(append(refused)).isEqualTo(new AppendResult.SealedConflict(subject));
        assertThat(append(sealer.sealAgain(List.of(value), refused))).isInstanceOf(AppendResult.Appended.class);
    }

    @Test
    void where_others_seal_all_the_time_everybody_is_looked_up() {
        for (int i = 0; i < 16; i++) {
            ActorRef subject = new ActorRef("client/elsewhere-" + i);
            stored(elsewhere, subject);
            repair(subject);
        }
        asked.clear();

        stored(sealer, new ActorRef("client/stranger"));
        assertThat(asked).hasSize(1);
    }

    /** Notes for whom a key is asked. */
    private record Asked(SealedStore store, List<ActorRef> asked) implements SealedStore {
        @Override
        public Optional<WrappedKey> keyOf(ActorRef subject) {
            asked.add(subject);
            return store.keyOf(subject);
        }

        @Override
        public Optional<EncryptedValue> find(ActorRef subject, UUID id) {
            return store.find(subject, id);
        }

        @Override
        public Optional<EncryptedValue> find(UUID id) {
            return store.find(id);
        }

        @Override
        public List<EncryptedValue> about(ActorRef subject) {
            return store.about(subject);
        }

        @Override
        public List<WrappedKey> keys(String behind, int max) {
            return store.keys(behind, max);
        }

        @Override
        public boolean rewrap(WrappedKey before, WrappedKey after) {
            return store.rewrap(before, after);
        }

        @Override
        public List<String> purge() {
            return store.purge();
        }
    }
}
