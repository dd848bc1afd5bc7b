package org.incidentledger.bundle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.contracts.SettableClock;
import org.incidentledger.core.encoding.KeyRotation;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.Draft;
import org.incidentledger.core.ledger.EncodedEvent;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.Ed25519Signer;
import org.incidentledger.core.tlog.NoteSignature;
import org.incidentledger.core.tlog.NoteSigner;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TileSource;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.ledger.memory.MemoryLedger;

/** A ledger in memory that grows over days and can be given a new key. */
final class SampleLedger implements LedgerTree {
    private static final StreamId STREAM = SampleAppends.stream("s");

    final MemoryLedger memory;
    private final SettableClock clock = new SettableClock(Instant.parse("2025-03-01T22:00:00Z"));
    private final Signers signers;
    private long length;
    private long rotatedAt = -1;

    SampleLedger(String name) {
        signers = new Signers(key(name, 1));
        memory = new MemoryLedger(clock, signers);
    }

    /** 621 entries over two days, with two keys. */
    static SampleLedger whole() {
        SampleLedger ledger = new SampleLedger("ledger.example.org/sample");
        ledger.grow(300);
        ledger.rotate();
        ledger.grow(320);
        return ledger;
    }

    static Ed25519Signer key(String name, int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return Ed25519Signer.ofSeed(name, seed);
    }

    /** Two and a half hours before each group of at most 40 entries. */
    void grow(int entries) {
        for (int left = entries; left > 0; left -= 40) {
            clock.advance(Duration.ofMinutes(150));
            int events = Math.min(40, left);
            memory.append(SampleAppends.append(STREAM, length, events));
            length += events;
        }
    }

    void rotate() {
        Ed25519Signer successor = key(key().name(), 2);
        String data = "{\"oldKey\":\"%s\",\"newKey\":\"%s\"}"
                .formatted(key().text(), successor.verifierKey().text());
        UUID id = UUID.nameUUIDFromBytes("rotation".getBytes(StandardCharsets.US_ASCII));
        memory.append(new Append(
                new StreamId("ledger", "main"),
                0,
                SampleAppends.header(id),
                List.of(new Draft(id, new EncodedEvent(KeyRotation.TYPE, 1, data)))));
        signers.current = successor;
        rotatedAt = memory.head().size();
    }

    VerifierKey key() {
        return signers.verifierKey();
    }

    long size() {
        return memory.head().size();
    }

    @Override
    public SignedCheckpoint checkpoint() {
        return cosigned(memory.checkpoint());
    }

    @Override
    public List<SignedCheckpoint> checkpoints(long fromSize, int max) {
        return memory.checkpoints(fromSize, max).stream().map(this::cosigned).toList();
    }

    @Override
    public TileSource tiles() {
        return memory.tiles();
    }

    /** The checkpoint that covers the rotation is signed by the new key too. */
    private SignedCheckpoint cosigned(SignedCheckpoint signed) {
        if (signed.size() != rotatedAt) {
            return signed;
        }
        SignedNote note = SignedNote.parse(signed.note());
        return new SignedCheckpoint(
                signed.size(), note.with(signers.current.sign(note.text())).format());
    }

    private static final class Signers implements NoteSigner {
        private Ed25519Signer current;

        Signers(Ed25519Signer first) {
            current = first;
        }

        @Override
        public VerifierKey verifierKey() {
            return current.verifierKey();
        }

        @Override
        public NoteSignature sign(String text) {
            return current.sign(text);
        }
    }
}
