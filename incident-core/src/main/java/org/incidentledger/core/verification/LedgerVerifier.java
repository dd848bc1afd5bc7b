package org.incidentledger.core.verification;

import java.util.List;
import java.util.Optional;
import org.incidentledger.core.encoding.EntryHeadReader;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.TileComparison.LeafDifference;
import org.incidentledger.core.verification.VerificationReport.Counts;
import org.incidentledger.core.verification.VerificationReport.Failed;
import org.incidentledger.core.verification.VerificationReport.Part;
import org.incidentledger.core.verification.VerificationReport.Verified;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a whole ledger, or a copy of one, up to its latest checkpoint: hashes every entry, compares the tree over them with
 * every stored tile and with every signed checkpoint, and checks what each entry says of itself.
 *
 * <p>Entries are read once, from front to back, in a thread of its own, while the calling thread hashes and further threads
 * verify signatures. Memory is bounded whatever the size: a few pages of entries and checkpoints, a tile of each level, and up to
 * 100 MB for the lengths of streams. A ledger with more than {@value #STREAMS_OF_A_PASS} streams is read again for the rest of them.
 *
 * <p>What this cannot find: a ledger that was made anew from the first entry on by someone who has its key, or one that was cut off
 * at an earlier checkpoint with all that followed. Compare with a checkpoint that was kept elsewhere.
 */
public final class LedgerVerifier {
    private static final int STREAMS_OF_A_PASS = 4_000_000;

    private final EntrySource entries;
    private final LedgerTree tree;
    private final VerifierKey trusted;
    private final Means means;

    /** How it is done; what comes of it is the same. */
    private record Means(SignatureCheck signatures, int streamsOfAPass) {}

    /**
     * @param trusted the key that the auditor has from elsewhere: the ledger's key now, or one that it had before; its name is the
     *     origin of the ledger
     */
    public LedgerVerifier(EntrySource entries, LedgerTree tree, VerifierKey trusted) {
        this(entries, tree, trusted, new Means(SignatureCheck.OF_RUNTIME, STREAMS_OF_A_PASS));
    }

    private LedgerVerifier(EntrySource entries, LedgerTree tree, VerifierKey trusted, Means means) {
        this.entries = entries;
        this.tree = tree;
        this.trusted = trusted;
        this.means = means;
    }

    /** The same verifier with another way to verify signatures. */
    public LedgerVerifier with(SignatureCheck check) {
        return new LedgerVerifier(entries, tree, trusted, new Means(check, means.streamsOfAPass()));
    }

    LedgerVerifier withStreamsOfAPass(int most) {
        return new LedgerVerifier(entries, tree, trusted, new Means(means.signatures(), most));
    }

    /**
     * Verifies everything, or as far as the first thing that is wrong.
     *
     * @throws LedgerException.Unavailable when the ledger cannot be read
     */
    public VerificationReport verify(VerificationProgress progress) {
        try (Signatures signatures = new Signatures(means.signatures())) {
            return verify(signatures, progress);
        } catch (FoundException e) {
            return e.failed();
        } catch (LedgerException.Corrupt e) {
            return new Failed(Part.ENTRY, e.position(), String.valueOf(e.getMessage()));
        }
    }

    private Verified verify(Signatures signatures, VerificationProgress progress) {
        SignedCheckpoint latest = tree.checkpoint();
        CheckpointHistory.stated(latest);
        Run run = new Run(latest, new KeyChain(trusted, firstKey(latest)), signatures);
        try {
            run.readAll(progress);
            run.requireNothingBeyond();
        } catch (FoundException | LedgerException.Corrupt e) {
            // What was handed in before lies before it.
            signatures.await();
            throw e;
        }
        signatures.await();
        run.keys.requireTrusted();
        run.countPutOffStreams();
        return run.verified();
    }

    /** The key of the first checkpoint: the trusted one, or the old one of the first replacement that can be read. */
    private Optional<VerifierKey> firstKey(SignedCheckpoint latest) {
        SignedCheckpoint first = CheckpointHistory.first(tree);
        CheckpointHistory.stated(first);
        if (KeyChain.bears(SignedNote.parse(first.note()), trusted)) {
            return Optional.of(trusted);
        }
        EntryHeadReader reader = new EntryHeadReader(trusted.name());
        try (Pages pages = new Pages(entries, latest.size())) {
            for (long from = 0; from < latest.size(); ) {
                List<StoredEntry> page = pages.next();
                for (StoredEntry entry : page) {
                    if (EntryChecks.isKeyRotation(entry, reader)) {
                        return KeyChain.oldKey(entry);
                    }
                }
                from = page.isEmpty() ? latest.size() : from + page.size();
            }
        } catch (LedgerException.Corrupt e) {
            // Found again, and told, by the one who reads all in order.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** One verification. */
    private final class Run {
        private final SignedCheckpoint latest;
        private final KeyChain keys;
        private final StreamLengths streams = new StreamLengths(means.streamsOfAPass());
        private final EntryChecks checks = new EntryChecks(trusted.name(), streams);
        private final TileComparison tiles;
        private final RebuiltTree rebuilt;
        private final CheckpointHistory history;

        Run(SignedCheckpoint latest, KeyChain keys, Signatures signatures) {
            this.latest = latest;
            this.keys = keys;
            this.tiles = new TileComparison(tree.tiles(), latest.size());
            this.rebuilt = new RebuiltTree(tiles);
            this.history = new CheckpointHistory(tree, latest, trusted.name(), signatures);
        }

        void readAll(VerificationProgress progress) {
            history.check(rebuilt, keys);
            try (Pages pages = new Pages(entries, latest.size())) {
                while (rebuilt.size() < latest.size()) {
                    List<StoredEntry> page = pages.next();
                    requirePresent(page.isEmpty() ? null : page.getFirst());
                    page.forEach(this::verify);
                    progress.at(rebuilt.size(), latest.size());
                }
            }
            history.requireComplete();
        }

        private void verify(StoredEntry entry) {
            requirePresent(entry);
            rebuilt.append(entry.bytes());
            requireSameAsTile();
            checkContent(entry);
            history.check(rebuilt, keys);
        }

        private void checkContent(StoredEntry entry) {
            try {
                if (checks.check(entry)) {
                    keys.replace(entry);
                }
            } catch (FoundException e) {
                tiles.end();
                throw diagnosis().of(e, rebuilt, history.proved());
            }
        }

        private Diagnosis diagnosis() {
            return new Diagnosis(entries, tree, keys.signers());
        }

        private void requireSameAsTile() {
            LeafDifference difference = tiles.difference();
            if (difference != null) {
                throw diagnosis().of(difference, rebuilt);
            }
        }

        private void requirePresent(@Nullable StoredEntry entry) {
            long position = rebuilt.size();
            if (entry == null || entry.position() != position) {
                throw new FoundException(
                        Part.ENTRY,
                        position,
                        "position %d: the entry is missing; the latest checkpoint covers %d entries"
                                .formatted(position, latest.size()));
            }
        }

        /** An entry that no checkpoint covers is none, unless a checkpoint was signed in the meantime. */
        void requireNothingBeyond() {
            List<StoredEntry> beyond = entries.read(latest.size(), 1);
            long grownTo = tree.checkpoint().size();
            if (!beyond.isEmpty() && grownTo <= latest.size()) {
                throw new FoundException(
                        Part.ENTRY,
                        latest.size(),
                        "position %d: the entry is covered by no signed checkpoint; the latest has size %d"
                                .formatted(latest.size(), latest.size()));
            }
            tiles.requireNothingBeyond(grownTo);
        }

        void countPutOffStreams() {
            while (streams.hasMore()) {
                streams.nextPass();
                try (Pages pages = new Pages(entries, latest.size())) {
                    long read = 0;
                    while (read < latest.size()) {
                        List<StoredEntry> page = pages.next();
                        page.forEach(checks::checkSequence);
                        read = page.isEmpty() ? latest.size() : read + page.size();
                    }
                }
            }
        }

        Verified verified() {
            Counts counts = new Counts(
                    latest.size(),
                    checks.bytes(),
                    streams.streams(),
                    tiles.compared(),
                    history.count(),
                    keys.rotations());
            return new Verified(keys.current(), latest, counts);
        }
    }
}
