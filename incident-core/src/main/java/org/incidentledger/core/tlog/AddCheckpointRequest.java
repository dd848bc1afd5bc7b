package org.incidentledger.core.tlog;

import java.util.Arrays;
import java.util.List;
import org.incidentledger.core.tlog.TlogException.Malformed;

/**
 * What is posted to a witness's {@code add-checkpoint} (C2SP tlog-witness): a checkpoint, and the proof that it
 * continues the one that the witness cosigned last. Nothing in it has been verified.
 *
 * @param oldSize unsigned; the size that the witness is believed to have cosigned last, 0 when none
 * @param proof the consistency proof from it, at most {@value #MAX_HASHES} hashes
 * @param note the checkpoint, signed by its log
 */
public record AddCheckpointRequest(long oldSize, List<Hash> proof, SignedNote note) {

    /** The most hashes that are read. */
    public static final int MAX_HASHES = 63;

    private static final StrictFormat FORMAT =
            new StrictFormat("add-checkpoint request", "post what C2SP tlog-witness says");
    private static final String OLD = "old ";

    /**
     * Checks the components.
     *
     * @throws Malformed when there are too many hashes, the note is no checkpoint, or the old size is larger than its
     */
    public AddCheckpointRequest {
        proof = List.copyOf(proof);
        FORMAT.require(proof.size() <= MAX_HASHES, proof.size() + " hashes", "a proof has at most " + MAX_HASHES);
        long size = Checkpoint.parse(note.text()).size();
        FORMAT.require(
                Long.compareUnsigned(oldSize, size) <= 0,
                "old size " + Long.toUnsignedString(oldSize),
                "the checkpoint's is " + Long.toUnsignedString(size) + ", and no old size is larger");
    }

    /**
     * Reads the bytes of a request.
     *
     * @throws Malformed unless they are UTF-8 that {@link #parse(String)} reads
     */
    public static AddCheckpointRequest parse(byte[] body) {
        return parse(FORMAT.utf8(body));
    }

    /**
     * Reads a request in its only spelling: {@code parse(r).format()} equals {@code r}.
     *
     * @throws Malformed for any other text
     */
    public static AddCheckpointRequest parse(String body) {
        int headEnd = body.indexOf("\n\n");
        FORMAT.require(headEnd >= 0, body, "an empty line separates the proof from the checkpoint");
        List<String> lines = Arrays.asList(body.substring(0, headEnd).split("\n", MAX_HASHES + 2));
        FORMAT.require(lines.getFirst().startsWith(OLD), lines.getFirst(), "the first line starts with \"old \"");
        long oldSize = FORMAT.unsignedDecimal(lines.getFirst().substring(OLD.length()), "the old size");
        List<Hash> proof = lines.stream()
                .skip(1)
                .map(line -> FORMAT.hash(line, "a line of the proof"))
                .toList();
        return new AddCheckpointRequest(oldSize, proof, SignedNote.parse(body.substring(headEnd + 2)));
    }

    /** What the note says, not verified. */
    public Checkpoint checkpoint() {
        return Checkpoint.parse(note.text());
    }

    /** The request as it is posted, to be encoded as UTF-8. */
    public String format() {
        StringBuilder body =
                new StringBuilder(OLD).append(Long.toUnsignedString(oldSize)).append('\n');
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        return body.append('\n').append(note.format()).toString();
    }
}
