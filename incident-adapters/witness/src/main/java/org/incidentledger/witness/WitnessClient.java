package org.incidentledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.tlog.AddCheckpointAnswer;
import org.incidentledger.core.tlog.AddCheckpointRequest;
import org.incidentledger.core.tlog.ConsistencyProof;
import org.incidentledger.core.tlog.KeyType;
import org.incidentledger.core.tlog.NoteSignature;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TiledTree;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.VerifiedSignature;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.witness.WitnessResult.Cosigned;
import org.incidentledger.witness.WitnessResult.Reason;
import org.incidentledger.witness.WitnessResult.Refused;

/** Brings a ledger's latest checkpoint to one witness. Safe for use by many threads. */
public final class WitnessClient {

    private static final int MAX_REPLY_BYTES = 65_536;
    private static final int SERVER_FAILED = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final URI endpoint;
    private final VerifierKey witness;
    private final BoundedPost http;

    /**
     * @param prefix the witness's address, to which {@code /add-checkpoint} is added
     * @param witness its key, got over a way that is trusted
     * @param patience how long each of at most two exchanges may take
     * @throws InvalidValueException when the key is not a witness's
     */
    public WitnessClient(URI prefix, VerifierKey witness, Duration patience) {
        if (witness.type() != KeyType.COSIGNATURE_V1) {
            throw new InvalidValueException(
                    "%s is not a witness's key; take the one in the witness's witness.vkey".formatted(witness.text()));
        }
        this.endpoint = URI.create(prefix.toString().replaceFirst("/+$", "") + "/add-checkpoint");
        this.witness = witness;
        this.http = new BoundedPost(patience, MAX_REPLY_BYTES);
    }

    /**
     * Brings the latest checkpoint. When the witness has another size than believed, it is asked once more, from the
     * size that it has.
     *
     * @param believedSize what the witness is believed to have cosigned last, 0 when nothing is known
     * @throws IOException when the witness could not be reached or its storage failed; it may have cosigned, and may
     *     be asked again
     */
    public WitnessResult bring(LedgerTree ledger, long believedSize) throws IOException {
        SignedCheckpoint first = ledger.checkpoint();
        BoundedPost.Reply reply = post(ledger, first, Math.min(Math.max(believedSize, 0), first.size()));
        OptionalLong cosigned = otherSize(reply);
        if (cosigned.isEmpty()) {
            return result(first, reply);
        }
        SignedCheckpoint again = ledger.checkpoint();
        if (Long.compareUnsigned(cosigned.getAsLong(), again.size()) > 0) {
            return new Refused(
                    Reason.ROLLED_BACK,
                    "the witness has cosigned %s entries and the ledger has %d: it was cut back or restored from an older"
                                    .formatted(Long.toUnsignedString(cosigned.getAsLong()), again.size())
                            + " copy; stop appending, and find the copy that has all of them");
        }
        return result(again, post(ledger, again, cosigned.getAsLong()));
    }

    private BoundedPost.Reply post(LedgerTree ledger, SignedCheckpoint checkpoint, long oldSize) throws IOException {
        ConsistencyProof proof = new TiledTree(ledger.tiles(), checkpoint.size()).consistencyProof(oldSize);
        AddCheckpointRequest request =
                new AddCheckpointRequest(oldSize, proof.hashes(), SignedNote.parse(checkpoint.note()));
        BoundedPost.Reply reply =
                http.post(endpoint, "text/plain", request.format().getBytes(UTF_8));
        if (reply.status() >= SERVER_FAILED || reply.status() == TOO_MANY_REQUESTS) {
            throw new IOException("%s failed (status %d); try again later".formatted(endpoint, reply.status()));
        }
        return reply;
    }

    private static OptionalLong otherSize(BoundedPost.Reply reply) {
        try {
            return read(reply) instanceof AddCheckpointAnswer.OtherSize other
                    ? OptionalLong.of(other.cosignedSize())
                    : OptionalLong.empty();
        } catch (TlogException.Malformed saidByResult) {
            return OptionalLong.empty();
        }
    }

    private WitnessResult result(SignedCheckpoint checkpoint, BoundedPost.Reply reply) {
        try {
            return switch (read(reply)) {
                case AddCheckpointAnswer.Cosigned cosigned -> verified(checkpoint, cosigned.lines());
                case AddCheckpointAnswer.OtherSize other ->
                    new Refused(
                            Reason.OVERTAKEN,
                            "others brought this ledger's checkpoints at the same time (the witness is at %s now);"
                                            .formatted(Long.toUnsignedString(other.cosignedSize()))
                                    + " try again");
                case AddCheckpointAnswer.Refused refused -> refused(refused);
            };
        } catch (TlogException.Malformed | TlogException.Rejected e) {
            return new Refused(Reason.NOT_THE_WITNESS, endpoint + ": " + e.getMessage());
        }
    }

    private static AddCheckpointAnswer read(BoundedPost.Reply reply) {
        return AddCheckpointAnswer.parse(
                reply.status(), reply.contentType(), reply.body().bytes());
    }

    private WitnessResult verified(SignedCheckpoint checkpoint, List<NoteSignature> lines) {
        Optional<NoteSignature> line = lines.stream().filter(witness::isNamedBy).findFirst();
        if (line.isEmpty()) {
            return new Refused(
                    Reason.NOT_THE_WITNESS,
                    "%s cosigned, but not as %s; ask its operator for the key".formatted(endpoint, witness.text()));
        }
        SignedNote note = SignedNote.parse(checkpoint.note()).with(line.get());
        VerifiedSignature verified = note.verify(List.of(witness)).signatures().getFirst();
        long seconds = Math.min(verified.cosignedAtSeconds().orElse(0), Instant.MAX.getEpochSecond());
        return new Cosigned(checkpoint.size(), note, Instant.ofEpochSecond(seconds));
    }

    private static Refused refused(AddCheckpointAnswer.Refused refused) {
        String said = "the witness says '" + refused.message() + "'; ";
        return switch (refused.reason()) {
            case UNKNOWN_ORIGIN, NO_KNOWN_KEY ->
                new Refused(Reason.UNKNOWN_LOG, said + "give its operator this ledger's ledger.vkey");
            case OTHER_ROOT, BAD_PROOF ->
                new Refused(
                        Reason.FORKED,
                        said + "it has seen another history of this ledger: stop appending, keep both, find out which");
            case MALFORMED -> new Refused(Reason.NOT_THE_WITNESS, said + "check that the address is a witness's");
        };
    }
}
