package org.incidentledger.core.tlog;

import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.Rejected;

/**
 * What a verifier must know beforehand, over a way it trusts, to believe a checkpoint.
 *
 * @param origin the log's name, the first line of its checkpoints
 * @param logKey the log's own key, of type {@link KeyType#ED25519}
 * @param witnesses keys of type {@link KeyType#COSIGNATURE_V1}, no public key twice
 * @param quorum how many of the witnesses must have cosigned, 0 to all
 */
public record TrustedLog(String origin, VerifierKey logKey, List<VerifierKey> witnesses, int quorum) {

    private static final StrictFormat FORMAT = new StrictFormat("trusted log", "correct the verifier's configuration");

    /**
     * Checks the components.
     *
     * @throws Malformed when a key has the wrong type, a witness stands twice, or the quorum cannot be reached
     */
    public TrustedLog {
        witnesses = List.copyOf(witnesses);
        FORMAT.require(logKey.type() == KeyType.ED25519, logKey.text(), "a log's own key has type 0x01");
        for (VerifierKey witness : witnesses) {
            FORMAT.require(witness.type() == KeyType.COSIGNATURE_V1, witness.text(), "a witness's key has type 0x04");
        }
        long distinct =
                witnesses.stream().map(VerifierKey::publicKey).distinct().count();
        FORMAT.require(distinct == witnesses.size(), distinct, "each witness has a public key of its own");
        FORMAT.require(quorum >= 0 && quorum <= witnesses.size(), quorum, "a quorum is 0 to the number of witnesses");
    }

    /** A log that is believed on its own signature. */
    public TrustedLog(String origin, VerifierKey logKey) {
        this(origin, logKey, List.of(), 0);
    }

    /**
     * Reads and verifies a signed checkpoint.
     *
     * @throws Malformed when it is not a checkpoint in a signed note
     * @throws Rejected when the log did not sign it, a known signature is bad, too few witnesses signed, or it is
     *     another log's
     */
    public VerifiedCheckpoint verify(byte[] note) {
        return verify(SignedNote.parse(note));
    }

    /** The same for a note that was read. */
    public VerifiedCheckpoint verify(SignedNote note) {
        List<VerifierKey> known = new ArrayList<>(witnesses);
        known.add(logKey);
        VerifiedNote verified = note.verify(known);
        requireLog(verified);
        requireQuorum(verified);
        Checkpoint checkpoint = Checkpoint.parse(verified.text());
        requireOrigin(checkpoint);
        return new VerifiedCheckpoint(checkpoint, verified);
    }

    private void requireLog(VerifiedNote note) {
        if (!note.isSignedBy(logKey)) {
            throw new Rejected("The checkpoint bears no signature of %s, the log's key; fetch it from the log itself"
                    .formatted(logKey.text()));
        }
    }

    private void requireQuorum(VerifiedNote note) {
        long cosigned = witnesses.stream().filter(note::isSignedBy).count();
        if (cosigned < quorum) {
            throw new Rejected("%d of the %d known witnesses cosigned, %d must; wait for a checkpoint with more"
                    .formatted(cosigned, witnesses.size(), quorum));
        }
    }

    private void requireOrigin(Checkpoint checkpoint) {
        if (!checkpoint.origin().equals(origin)) {
            throw new Rejected("The checkpoint is of log %s, not of %s; fetch that of the right log"
                    .formatted(StrictFormat.quote(checkpoint.origin()), StrictFormat.quote(origin)));
        }
    }
}
