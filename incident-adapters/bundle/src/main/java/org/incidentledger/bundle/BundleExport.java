package org.incidentledger.bundle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.tlog.BundleId;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.EntryBundle;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.Octets;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.Tile;
import org.incidentledger.core.tlog.TileId;
import org.incidentledger.core.tlog.TilePath;
import org.incidentledger.core.tlog.TiledTree;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.TrustedLog;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.EntrySource;
import org.incidentledger.core.verification.VerificationProgress;

/** Writes a ledger as a bundle, up to its latest checkpoint; into an earlier bundle of the same ledger only what is new. */
public final class BundleExport {
    private final EntrySource entries;
    private final LedgerTree tree;
    private final VerifierKey key;

    /** @param key the ledger's key now */
    public BundleExport(EntrySource entries, LedgerTree tree, VerifierKey key) {
        this.entries = entries;
        this.tree = tree;
        this.key = key;
    }

    /**
     * What was written.
     *
     * @param checkpoint the one whose tree the folder now holds
     * @param newEntries how many entries an earlier export into the same folder did not have
     * @param checkpoints how many of the history are in the folder
     */
    public record Written(SignedCheckpoint checkpoint, long newEntries, long checkpoints) {}

    /**
     * Writes into a folder, which is made if there is none. The file {@code checkpoint} comes last: an export that was cut off is
     * finished by the next.
     *
     * @throws BundleException.Refused when the folder holds anything but an earlier bundle of this ledger, or the key is not the
     *     ledger's
     * @throws BundleException.Unavailable when a file cannot be written
     * @throws LedgerException when the ledger cannot be read, or an entry is not the one whose hash is in the tree
     */
    public Written write(Path directory, VerificationProgress progress) {
        SignedCheckpoint latest = tree.checkpoint();
        Checkpoint checkpoint = requireSigned(latest);
        Folder folder = new Folder(directory);
        folder.make();
        long earlier = earlierSize(folder, checkpoint);
        writeTiles(folder, earlier, latest.size());
        ChosenCheckpoints chosen = new ChosenCheckpoints(tree, key.name(), earlier, latest);
        if (earlier > 0) {
            entries.read(earlier - 1, 1).forEach(chosen::pass);
        }
        writeEntries(folder, earlier, latest.size(), chosen, progress);
        chosen.each(signed -> folder.write(Folder.CHECKPOINTS + signed.size(), utf8(signed.note())));
        folder.write(Folder.KEY, utf8(key.text() + "\n"));
        folder.write(Folder.README, utf8(Readme.text(key, latest.size())));
        folder.write(Folder.CHECKPOINT, utf8(latest.note()));
        removePartsOfSmallerTree(folder, latest.size());
        long kept = folder.files().stream()
                .filter(path -> path.startsWith(Folder.CHECKPOINTS))
                .count();
        return new Written(latest, latest.size() - earlier, kept);
    }

    private Checkpoint requireSigned(SignedCheckpoint latest) {
        try {
            return new TrustedLog(key.name(), key)
                    .verify(SignedNote.parse(latest.note()))
                    .checkpoint();
        } catch (TlogException e) {
            throw new BundleException.Refused("the latest checkpoint, of size %d, is not signed by %s: %s"
                    .formatted(latest.size(), key.text(), e.getMessage()));
        }
    }

    /** The size of the tree that the folder holds already, 0 when it is empty. */
    private long earlierSize(Folder folder, Checkpoint now) {
        List<String> files = folder.files();
        if (files.stream().allMatch(Folder::isUnfinished)) {
            return 0;
        }
        if (!files.contains(Folder.CHECKPOINT)) {
            requireOnlyUnfinishedExport(folder, files);
            return 0;
        }
        try {
            Checkpoint earlier = Checkpoint.parse(
                    SignedNote.parse(Bundle.open(folder.root()).checkpoint().note())
                            .text());
            if (!earlier.origin().equals(now.origin())) {
                throw new BundleException.Refused(
                        "'%s' holds a bundle of the ledger '%s', not of '%s'; name another folder"
                                .formatted(folder.root(), earlier.origin(), now.origin()));
            }
            new TiledTree(tree.tiles(), now.size())
                    .consistencyProof(earlier.size())
                    .verify(earlier.root(), now.root());
            requireWhole(folder, files, earlier.size());
            return earlier.size();
        } catch (TlogException e) {
            throw new BundleException.Refused(
                    "'%s' holds a bundle that this ledger does not continue: %s Keep it, it may be evidence; name another folder"
                            .formatted(folder.root(), e.getMessage()));
        }
    }

    /** What an earlier export left is not written again: it must be there. */
    private static void requireWhole(Folder folder, List<String> files, long size) {
        Set<String> lacking = parts(size);
        lacking.add(Folder.CHECKPOINTS + 0);
        files.forEach(lacking::remove);
        if (!lacking.isEmpty()) {
            throw new BundleException.Refused(
                    "'%s' holds the checkpoint of %d entries, which this ledger continues, but not the rest of that bundle, such as '%s'; name an empty folder"
                            .formatted(folder.root(), size, lacking.iterator().next()));
        }
    }

    private static Set<String> parts(long size) {
        Set<String> parts = new TreeSet<>();
        TileId.writtenByGrowth(0, size).forEach(id -> parts.add(id.path()));
        BundleId.writtenByGrowth(0, size).forEach(id -> parts.add(id.path()));
        return parts;
    }

    /** An export that was cut off before its end has left only tiles, checkpoints and its key. */
    private void requireOnlyUnfinishedExport(Folder folder, List<String> files) {
        boolean own = files.stream()
                .allMatch(path -> path.startsWith("tile/")
                        || path.startsWith(Folder.CHECKPOINTS)
                        || path.equals(Folder.KEY)
                        || path.equals(Folder.README)
                        || Folder.isUnfinished(path));
        boolean begun = files.contains(Folder.KEY) || !files.contains(Folder.README);
        if (!own || !begun) {
            throw new BundleException.Refused(
                    "'%s' is not empty and holds no bundle; name an empty folder or an earlier bundle of this ledger"
                            .formatted(folder.root()));
        }
    }

    private void writeTiles(Folder folder, long from, long to) {
        for (TileId id : TileId.writtenByGrowth(from, to)) {
            folder.write(id.path(), tile(id).bytes());
        }
    }

    private Tile tile(TileId id) {
        long first = (id.index() * TilePath.FULL_WIDTH) << (Byte.SIZE * id.level());
        return Tile.parse(
                id,
                tree.tiles()
                        .tile(id)
                        .orElseThrow(() -> new LedgerException.Corrupt(
                                first, id.path() + " is missing; verify the ledger first", null)));
    }

    private void writeEntries(
            Folder folder, long from, long to, ChosenCheckpoints chosen, VerificationProgress progress) {
        for (BundleId id : BundleId.writtenByGrowth(from, to)) {
            EntryBundle bundle = read(id, chosen);
            folder.write(id.path(), bundle.bytes());
            progress.at(Math.min(to, (id.index() + 1) * TilePath.FULL_WIDTH), to);
        }
    }

    private EntryBundle read(BundleId id, ChosenCheckpoints chosen) {
        long first = id.index() * TilePath.FULL_WIDTH;
        List<Octets> bundle = new ArrayList<>();
        while (bundle.size() < id.width()) {
            long position = first + bundle.size();
            List<StoredEntry> page = entries.read(position, id.width() - bundle.size());
            if (page.isEmpty() || page.getFirst().position() != position) {
                throw new LedgerException.Corrupt(position, "the entry is missing; verify the ledger first", null);
            }
            for (StoredEntry entry : page) {
                chosen.pass(entry);
                bundle.add(Octets.of(entry.bytes()));
            }
        }
        EntryBundle read = new EntryBundle(id, bundle);
        requireHashes(read, tile(new TileId(0, id.index(), id.width())).hashes());
        return read;
    }

    private static void requireHashes(EntryBundle bundle, List<Hash> expected) {
        List<Hash> found = bundle.leafHashes();
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).equals(expected.get(i))) {
                throw new LedgerException.Corrupt(
                        bundle.id().index() * TilePath.FULL_WIDTH + i,
                        "the entry is not the one whose hash is in the tree; verify the ledger first",
                        null);
            }
        }
    }

    private static void removePartsOfSmallerTree(Folder folder, long size) {
        Set<String> parts = parts(size);
        for (String path : folder.files()) {
            boolean outgrown = path.startsWith("tile/") && path.contains(".p/") && !parts.contains(path);
            if (outgrown || Folder.isUnfinished(path)) {
                folder.delete(path);
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
