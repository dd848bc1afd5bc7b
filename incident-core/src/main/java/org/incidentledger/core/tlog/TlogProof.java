package org.incidentledger.core.tlog;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.Rejected;

/**
 * A proof that can be checked without the log: an inclusion proof and the checkpoint it leads to (C2SP tlog-proof,
 * version 1). Files of it end with {@code .tlog-proof}.
 *
 * @param extra data that nothing authenticates, not empty
 * @param leafIndex unsigned
 * @param hashes the inclusion proof, at most 64
 * @param checkpoint the signed note, verbatim; read only by {@link #verify}
 */
public record TlogProof(Optional<Octets> extra, long leafIndex, List<Hash> hashes, String checkpoint) {

    /** The most characters that are read. */
    public static final int MAX_CHARS = 2_000_000;

    private static final StrictFormat FORMAT =
            new StrictFormat("tlog-proof", "ask the log for the proof again; never mend one by hand");
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    /**
     * Checks the components.
     *
     * @throws Malformed when a component is not as said above
     */
    public TlogProof {
        hashes = List.copyOf(hashes);
        FORMAT.require(hashes.size() <= Long.SIZE, hashes.size() + " hashes", "no tree is higher than 64");
        FORMAT.require(extra.map(Octets::length).orElse(1) > 0, "no bytes of extra data", "its line is then left out");
        FORMAT.require(!checkpoint.isEmpty(), checkpoint, "a checkpoint follows the empty line");
        FORMAT.utf8(checkpoint);
    }

    /**
     * The proof without extra data.
     *
     * @throws Malformed when the note is not a checkpoint of the size that the proof is for
     */
    public static TlogProof of(InclusionProof proof, SignedNote checkpoint) {
        long size = Checkpoint.parse(checkpoint.text()).size();
        FORMAT.require(
                size == proof.treeSize(),
                "a proof for size " + Long.toUnsignedString(proof.treeSize()),
                "the checkpoint has size " + Long.toUnsignedString(size));
        return new TlogProof(Optional.empty(), proof.leafIndex(), proof.hashes(), checkpoint.format());
    }

    /**
     * Reads the bytes of a proof.
     *
     * @throws Malformed unless they are UTF-8 that {@link #parse(String)} reads
     */
    public static TlogProof parse(byte[] proof) {
        return parse(FORMAT.utf8(proof));
    }

    /**
     * Reads a proof in its only spelling: {@code parse(p).format()} equals {@code p}.
     *
     * @throws Malformed for any other text
     */
    public static TlogProof parse(String proof) {
        FORMAT.require(
                proof.length() <= MAX_CHARS, proof.length() + " characters", "at most " + MAX_CHARS + " are read");
        int headEnd = proof.indexOf("\n\n");
        FORMAT.require(headEnd >= 0, proof, "an empty line separates the proof from the checkpoint");
        List<String> lines = new ArrayList<>(List.of(proof.substring(0, headEnd).split("\n", -1)));
        FORMAT.require(lines.removeFirst().equals(HEADER), proof, "the first line is " + HEADER);
        Optional<Octets> extra = takeExtra(lines);
        long index = takeIndex(lines);
        List<Hash> hashes = lines.stream()
                .map(line -> FORMAT.hash(line, "a line of the proof"))
                .toList();
        return new TlogProof(extra, index, hashes, proof.substring(headEnd + 2));
    }

    private static Optional<Octets> takeExtra(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().startsWith(EXTRA)) {
            return Optional.empty();
        }
        return Optional.of(Octets.of(FORMAT.base64(lines.removeFirst().substring(EXTRA.length()), "the extra data")));
    }

    private static long takeIndex(List<String> lines) {
        String line = lines.isEmpty() ? "" : lines.removeFirst();
        FORMAT.require(line.startsWith(INDEX), line, "the line before the hashes starts with \"index \"");
        return FORMAT.unsignedDecimal(line.substring(INDEX.length()), "the index");
    }

    /** The proof as it is stored. */
    public String format() {
        StringBuilder proof = new StringBuilder(HEADER).append('\n');
        extra.ifPresent(data -> proof.append(EXTRA)
                .append(Base64.getEncoder().encodeToString(data.shared()))
                .append('\n'));
        proof.append(INDEX).append(Long.toUnsignedString(leafIndex)).append('\n');
        hashes.forEach(hash -> proof.append(hash.base64()).append('\n'));
        return proof.append('\n').append(checkpoint).toString();
    }

    /**
     * Returns the checkpoint when the log signed it and the leaf is in its tree.
     *
     * @throws Malformed when the checkpoint cannot be read, or the proof does not fit the size it states
     * @throws Rejected when the checkpoint is not to be trusted, or the leaf is not proved to be in its tree
     */
    public VerifiedCheckpoint verify(TrustedLog log, Hash leafHash) {
        VerifiedCheckpoint verified = log.verify(SignedNote.parse(checkpoint));
        Checkpoint stated = verified.checkpoint();
        new InclusionProof(leafIndex, stated.size(), hashes).verify(leafHash, stated.root());
        return verified;
    }
}
