package org.incidentledger.witness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.incidentledger.core.tlog.AddCheckpointAnswer;
import org.incidentledger.core.tlog.AddCheckpointAnswer.Cosigned;
import org.incidentledger.core.tlog.AddCheckpointAnswer.OtherSize;
import org.incidentledger.core.tlog.AddCheckpointAnswer.RefusalReason;
import org.incidentledger.core.tlog.AddCheckpointAnswer.Refused;
import org.incidentledger.core.tlog.AddCheckpointRequest;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.ConsistencyProof;
import org.incidentledger.core.tlog.CosignatureSigner;
import org.incidentledger.core.tlog.NoteSignature;
import org.incidentledger.core.tlog.Rfc6962;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.VerifierKey;

/**
 * Cosigns a checkpoint when it continues the last one that it cosigned for the same log, and only then (C2SP
 * tlog-witness). It therefore never cosigns two checkpoints of one log of which neither continues the other. Safe for
 * use by many threads: requests for one log are decided one after the other.
 */
public final class Witness {

    private final KnownLogs logs;
    private final CosignatureSigner signer;
    private final WitnessState state;
    private final Map<String, ReentrantLock> locks;

    private Witness(KnownLogs logs, CosignatureSigner signer, WitnessState state) {
        this.logs = logs;
        this.signer = signer;
        this.state = state;
        this.locks = logs.origins().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), o -> new ReentrantLock()));
    }

    /**
     * A witness that goes on from what the folder holds.
     *
     * @throws IOException when the checkpoint that was cosigned last for one of the logs cannot be read, or is not
     *     cosigned by this key
     */
    public static Witness of(KnownLogs logs, CosignatureSigner signer, WitnessFolder folder) throws IOException {
        return of(logs, signer, (WitnessState) folder);
    }

    static Witness of(KnownLogs logs, CosignatureSigner signer, WitnessState state) throws IOException {
        Witness witness = new Witness(logs, signer, state);
        for (String origin : logs.origins()) {
            witness.last(origin);
        }
        return witness;
    }

    /** The key that verifies its cosignatures. */
    public VerifierKey verifierKey() {
        return signer.verifierKey();
    }

    /**
     * Decides about a request. What it cosigned is durable before this returns.
     *
     * @throws IOException when the state cannot be read or written: the cosignature, if one was made, is not given
     *     away, and the next request is decided by what is then found
     */
    AddCheckpointAnswer add(byte[] body) throws IOException {
        AddCheckpointRequest request;
        try {
            request = AddCheckpointRequest.parse(body);
        } catch (TlogException.Malformed e) {
            return new Refused(RefusalReason.MALFORMED, String.valueOf(e.getMessage()));
        }
        String origin = request.checkpoint().origin();
        ReentrantLock lock = locks.get(origin);
        if (lock == null) {
            return new Refused(RefusalReason.UNKNOWN_ORIGIN, "this witness does not know the log");
        }
        Optional<Refused> stranger = refusalOfSignatures(request.note(), logs.keysOf(origin));
        if (stranger.isPresent()) {
            return stranger.get();
        }
        lock.lock();
        try {
            return decide(request);
        } finally {
            lock.unlock();
        }
    }

    private static Optional<Refused> refusalOfSignatures(SignedNote note, List<VerifierKey> keys) {
        try {
            note.verify(keys);
            return Optional.empty();
        } catch (TlogException.Rejected e) {
            return Optional.of(new Refused(RefusalReason.NO_KNOWN_KEY, String.valueOf(e.getMessage())));
        }
    }

    private AddCheckpointAnswer decide(AddCheckpointRequest request) throws IOException {
        Checkpoint shown = request.checkpoint();
        Checkpoint last = last(shown.origin());
        if (request.oldSize() != last.size()) {
            return new OtherSize(last.size());
        }
        if (shown.size() == last.size() && !shown.root().equals(last.root())) {
            return new Refused(
                    RefusalReason.OTHER_ROOT,
                    "size %s was cosigned with root %s: the log has shown two histories"
                            .formatted(
                                    Long.toUnsignedString(last.size()),
                                    last.root().base64()));
        }
        try {
            new ConsistencyProof(last.size(), shown.size(), request.proof()).verify(last.root(), shown.root());
        } catch (TlogException.Malformed | TlogException.Rejected e) {
            return new Refused(RefusalReason.BAD_PROOF, String.valueOf(e.getMessage()));
        }
        NoteSignature cosignature = signer.sign(request.note().text());
        state.keep(shown.origin(), kept(request.note(), logs.keysOf(shown.origin()), cosignature));
        return new Cosigned(List.of(cosignature));
    }

    /** The note with the first line of each known key and the witness's own: strangers' lines are not kept. */
    private static SignedNote kept(SignedNote note, List<VerifierKey> keys, NoteSignature cosignature) {
        List<NoteSignature> lines = new ArrayList<>();
        for (VerifierKey key : keys) {
            note.signatures().stream().filter(key::isNamedBy).findFirst().ifPresent(lines::add);
        }
        lines.add(cosignature);
        return new SignedNote(note.text(), lines);
    }

    /** The empty tree when nothing was cosigned yet. */
    private Checkpoint last(String origin) throws IOException {
        Optional<SignedNote> note = state.last(origin);
        if (note.isEmpty()) {
            return new Checkpoint(origin, 0, Rfc6962.EMPTY_ROOT);
        }
        try {
            Checkpoint last = Checkpoint.parse(
                    note.get().verify(List.of(signer.verifierKey())).text());
            if (last.origin().equals(origin)) {
                return last;
            }
            throw new IOException("what was cosigned last for %s is of %s; restore nothing by hand: make a new witness"
                    .formatted(origin, last.origin()));
        } catch (TlogException e) {
            throw new IOException(
                    "what was cosigned last for %s is not by this witness's key (%s); make a new witness with a new key"
                            .formatted(origin, e.getMessage()),
                    e);
        }
    }
}
