package org.incidentledger.core.tlog;

import java.util.List;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.Rejected;

/**
 * A proof that a leaf is in a tree (RFC 6962 §2.1.1).
 *
 * @param leafIndex unsigned, less than {@code treeSize}
 * @param treeSize unsigned number of leaves
 * @param hashes the neighbours on the way from the leaf to the root: exactly as many as this leaf has
 */
public record InclusionProof(long leafIndex, long treeSize, List<Hash> hashes) {

    private static final StrictFormat FORMAT = new StrictFormat(
            "inclusion proof", "ask the log for the proof of this leaf in the tree of this checkpoint");

    /**
     * Checks the components.
     *
     * @throws Malformed when the leaf is not in the tree or the hashes are too few or too many
     */
    public InclusionProof {
        hashes = List.copyOf(hashes);
        String index = Long.toUnsignedString(leafIndex);
        String size = Long.toUnsignedString(treeSize);
        FORMAT.require(Long.compareUnsigned(leafIndex, treeSize) < 0, index, "leaves have indices below size " + size);
        int steps = ProofShape.of(leafIndex, treeSize).steps();
        FORMAT.require(
                hashes.size() == steps,
                hashes.size() + " hashes",
                "leaf %s of %s is proved by exactly %d".formatted(index, size, steps));
    }

    /**
     * Returns when the leaf is in the tree with this root.
     *
     * @throws Rejected when it is not proved to be
     */
    public void verify(Hash leafHash, Hash root) {
        Hash proved = ProofShape.of(leafIndex, treeSize).climb(leafHash, leafIndex, hashes);
        if (!proved.equals(root)) {
            throw new Rejected(
                    ("Inclusion of leaf %s with hash %s: the proof leads to root %s, but the tree of %s leaves has %s;"
                                    + " do not trust the entry, its proof or both")
                            .formatted(
                                    Long.toUnsignedString(leafIndex),
                                    leafHash,
                                    proved,
                                    Long.toUnsignedString(treeSize),
                                    root));
        }
    }
}
