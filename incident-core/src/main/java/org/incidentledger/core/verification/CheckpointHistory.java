package org.incidentledger.core.verification;

import java.util.ArrayDeque;
import java.util.Deque;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.verification.VerificationReport.Part;

/** Goes through the signed checkpoints in step with the tree that is rebuilt. */
final class CheckpointHistory {
    private static final int PAGE = 1_000;

    private final LedgerTree tree;
    private final SignedCheckpoint latest;
    private final String origin;
    private final Signatures signatures;
    private final Deque<SignedCheckpoint> page = new ArrayDeque<>();
    private long nextSize = -1;
    private long lastGood;
    private long count;

    /** @param latest where the history ends; later ones are left out */
    CheckpointHistory(LedgerTree tree, SignedCheckpoint latest, String origin, Signatures signatures) {
        this.tree = tree;
        this.latest = latest;
        this.origin = origin;
        this.signatures = signatures;
    }

    /** The first of all. */
    static SignedCheckpoint first(LedgerTree tree) {
        return tree.checkpoints(0, 1).stream()
                .filter(signed -> signed.size() == 0)
                .findFirst()
                .orElseThrow(() -> missing(0, "it is signed when a ledger is made"));
    }

    /** Checks the checkpoint of exactly this tree, if there is one. */
    void check(RebuiltTree rebuilt, KeyChain keys) {
        if (nextSize < 0) {
            advance(-1);
        }
        if (rebuilt.size() == nextSize) {
            check(page.remove(), rebuilt, keys);
            keys.covered();
            advance(nextSize);
        }
    }

    /** @throws FoundException when the history did not lead to the latest checkpoint */
    void requireComplete() {
        if (lastGood != latest.size()) {
            throw missing(latest.size(), "it is the latest, but not in the history");
        }
    }

    /** The size of the last checkpoint that the entries led to. */
    long proved() {
        return lastGood;
    }

    /** How many there were. */
    long count() {
        return count;
    }

    /** What a note says of itself. */
    static Checkpoint stated(SignedCheckpoint signed) {
        try {
            return Checkpoint.parse(SignedNote.parse(signed.note()).text());
        } catch (TlogException e) {
            throw wrong(signed.size(), "cannot be read: " + e.getMessage());
        }
    }

    private void check(SignedCheckpoint signed, RebuiltTree rebuilt, KeyChain keys) {
        String expected = new Checkpoint(origin, rebuilt.size(), rebuilt.root()).text();
        // There are many, and nearly all are as expected: those are not taken apart here.
        if (!signed.note().startsWith(expected + "\n")) {
            expected = requireFits(signed, rebuilt, keys);
        }
        if (signed.size() == latest.size() && !signed.note().equals(latest.note())) {
            throw wrong(signed.size(), "is not the same in the history as the latest checkpoint is");
        }
        signatures.add(signed, expected, keys.signers());
        lastGood = signed.size();
        count++;
    }

    /** @return the text that must have been signed */
    private String requireFits(SignedCheckpoint signed, RebuiltTree rebuilt, KeyChain keys) {
        Checkpoint stated = stated(signed);
        requireSaysWhatItIs(signed, stated);
        if (!stated.root().equals(rebuilt.root())) {
            throw otherRoot(signed.size(), SignedNote.parse(signed.note()), keys);
        }
        return stated.text();
    }

    private void requireSaysWhatItIs(SignedCheckpoint signed, Checkpoint stated) {
        if (stated.size() != signed.size()) {
            throw wrong(signed.size(), "says that its size is %s".formatted(Long.toUnsignedString(stated.size())));
        }
        if (!stated.origin().equals(origin)) {
            throw wrong(signed.size(), "is of the ledger '%s', not of '%s'".formatted(stated.origin(), origin));
        }
    }

    /** Either the checkpoint was altered, or entries and tiles were, and fit each other. */
    private FoundException otherRoot(long size, SignedNote note, KeyChain keys) {
        String complaint = signatures.complaint(note, keys.signers());
        if (!complaint.isEmpty()) {
            return wrong(size, "has a root that the entries do not lead to, and is not signed: " + complaint);
        }
        return new FoundException(
                Part.ENTRY,
                lastGood,
                ("position %d: from here to position %d the entries are not those that were signed: the checkpoint of size %d"
                                + " bears the ledger's signature and another root; tiles were made to fit the altered entries")
                        .formatted(lastGood, size - 1, size));
    }

    private void advance(long before) {
        if (page.isEmpty()) {
            tree.checkpoints(before + 1, PAGE).stream()
                    .filter(signed -> signed.size() <= latest.size())
                    .forEach(page::add);
        }
        if (page.isEmpty()) {
            nextSize = Long.MAX_VALUE;
            return;
        }
        nextSize = page.getFirst().size();
        if (nextSize <= before) {
            throw wrong(nextSize, "stands behind that of size %d; sizes ascend".formatted(before));
        }
        if (before < 0 && nextSize > 0) {
            throw missing(0, "it is signed when a ledger is made");
        }
    }

    private static FoundException missing(long size, String why) {
        return wrong(size, "is missing: " + why);
    }

    private static FoundException wrong(long size, String what) {
        return new FoundException(Part.CHECKPOINT, size, "the checkpoint of size %d %s".formatted(size, what));
    }
}
