package org.incidentledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.AddCheckpointRequest;
import org.incidentledger.core.tlog.Ed25519Signer;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TileSource;
import org.incidentledger.core.tlog.TiledTree;
import org.incidentledger.ledger.memory.MemoryLedger;

/** A ledger in memory that grows. Two of one signer are a fork from their first entry on: event ids are random. */
final class SampleLedger implements LedgerTree {

    private static final StreamId STREAM = SampleAppends.stream("s");

    private final MemoryLedger ledger;
    private long length;

    SampleLedger(Ed25519Signer signer) {
        ledger = new MemoryLedger(Clock.systemUTC(), signer);
    }

    static Ed25519Signer key(String name) {
        return Ed25519Signer.generate(name, new SecureRandom());
    }

    SampleLedger grownBy(int entries) {
        for (int i = 0; i < entries; i++) {
            ledger.append(SampleAppends.append(STREAM, length++, 1));
        }
        return this;
    }

    /** What a client posts that believes the witness to be at a size. */
    byte[] request(long oldSize) {
        return request(oldSize, length);
    }

    byte[] request(long oldSize, long size) {
        SignedCheckpoint checkpoint = ledger.checkpoints(size, 1).getFirst();
        return new AddCheckpointRequest(
                        oldSize,
                        new TiledTree(ledger.tiles(), size)
                                .consistencyProof(oldSize)
                                .hashes(),
                        SignedNote.parse(checkpoint.note()))
                .format()
                .getBytes(UTF_8);
    }

    @Override
    public SignedCheckpoint checkpoint() {
        return ledger.checkpoint();
    }

    @Override
    public List<SignedCheckpoint> checkpoints(long fromSize, int max) {
        return ledger.checkpoints(fromSize, max);
    }

    @Override
    public TileSource tiles() {
        return ledger.tiles();
    }
}
