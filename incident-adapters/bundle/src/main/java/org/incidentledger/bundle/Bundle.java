package org.incidentledger.bundle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.tlog.BundleId;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TileId;
import org.incidentledger.core.tlog.TilePath;
import org.incidentledger.core.tlog.TileSource;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.EntrySource;
import org.incidentledger.core.verification.LedgerVerifier;
import org.incidentledger.core.verification.VerificationProgress;
import org.incidentledger.core.verification.VerificationReport;
import org.incidentledger.core.verification.VerificationReport.Failed;
import org.incidentledger.core.verification.VerificationReport.Part;
import org.incidentledger.core.verification.VerificationReport.Verified;

/**
 * A bundle in a folder, read as it is: nothing that it says is believed before {@link #verify}. Safe for use by many threads as
 * long as nobody writes into the folder.
 */
public final class Bundle implements LedgerTree, EntrySource {
    private static final int TILE_BYTES = 8_192;

    private final Folder folder;
    private final SignedCheckpoint latest;
    private final TreeSet<Long> sizes = new TreeSet<>();

    private Bundle(Folder folder, SignedCheckpoint latest) {
        this.folder = folder;
        this.latest = latest;
        folder.files().forEach(path -> size(path).ifPresent(sizes::add));
    }

    /**
     * Opens the bundle in a folder.
     *
     * @throws BundleException.Refused when the folder is none or holds no checkpoint
     * @throws BundleException.Unavailable when it cannot be read
     */
    public static Bundle open(Path directory) {
        Folder folder = new Folder(directory);
        if (!Files.isDirectory(directory)) {
            throw new BundleException.Refused("'%s' is no folder; name the one that export wrote".formatted(directory));
        }
        String note = note(folder, Folder.CHECKPOINT)
                .orElseThrow(() -> new BundleException.Refused(
                        "'%s' holds no file 'checkpoint', so it is no bundle; name the folder that export wrote"
                                .formatted(directory)));
        return new Bundle(folder, new SignedCheckpoint(statedSize(note), note));
    }

    /**
     * Verifies everything in the folder with nothing but the folder and a key.
     *
     * @param trusted the ledger's key, now or before; known from elsewhere, not from this folder
     */
    public VerificationReport verify(VerifierKey trusted, VerificationProgress progress) {
        VerificationReport report = new LedgerVerifier(this, this, trusted)
                .with(new FastSignatures())
                .verify(progress);
        return report instanceof Verified verified
                ? stray().or(() -> wrongKey(verified)).orElse(report)
                : report;
    }

    /** The key that the folder says is the ledger's now; believe it only once something trusted led to it. */
    public Optional<String> statedKey() {
        return keyFile().map(String::strip);
    }

    private Optional<String> keyFile() {
        return folder.read(Folder.KEY, SignedNote.MAX_BYTES).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public SignedCheckpoint checkpoint() {
        return latest;
    }

    @Override
    public List<SignedCheckpoint> checkpoints(long fromSize, int max) {
        return sizes.tailSet(fromSize, true).stream()
                .limit(max)
                .map(size -> new SignedCheckpoint(
                        size, note(folder, Folder.CHECKPOINTS + size).orElse("")))
                .toList();
    }

    @Override
    public TileSource tiles() {
        return id -> folder.read(id.path(), TILE_BYTES + 1);
    }

    @Override
    public List<StoredEntry> read(long fromPosition, int max) {
        if (fromPosition >= latest.size()) {
            return List.of();
        }
        BundleId id = BundleId.holding(fromPosition, latest.size());
        int from = (int) (fromPosition % TilePath.FULL_WIDTH);
        return folder.read(id.path(), EntryFile.MAX_BYTES + 1)
                .map(bytes -> new EntryFile(id, bytes).entries(from, max))
                .orElse(List.of());
    }

    /** Whether a path is one that a bundle of this size has. */
    private boolean isPart(String path) {
        boolean named = path.equals(Folder.CHECKPOINT) || path.equals(Folder.KEY) || path.equals(Folder.README);
        if (named || !path.startsWith("tile/")) {
            return named || size(path).filter(size -> size <= latest.size()).isPresent();
        }
        try {
            return switch (TilePath.parse(path)) {
                case TileId tile -> tile.equals(TileId.inTree(tile.level(), tile.index(), latest.size()));
                case BundleId bundle ->
                    bundle.equals(BundleId.holding(bundle.index() * TilePath.FULL_WIDTH, latest.size()));
            };
        } catch (TlogException notInThisTree) {
            return false;
        }
    }

    private Optional<VerificationReport> stray() {
        return folder.files().stream()
                .filter(path -> !isPart(path))
                .findFirst()
                .map(path -> new Failed(
                        Part.FILE,
                        latest.size(),
                        "the file '%s' is no part of a bundle of %d entries; remove it, or export into an empty folder"
                                .formatted(path, latest.size())));
    }

    private Optional<VerificationReport> wrongKey(Verified verified) {
        String proved = verified.key().text();
        return keyFile().filter((proved + "\n")::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new Failed(
                        Part.FILE,
                        latest.size(),
                        "the file 'ledger.vkey' is missing or names another key than %s, which signs the ledger"
                                .formatted(proved)));
    }

    private static Optional<Long> size(String path) {
        String name = path.startsWith(Folder.CHECKPOINTS) ? path.substring(Folder.CHECKPOINTS.length()) : "";
        return name.matches("0|[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(name)) : Optional.empty();
    }

    /** What a note says its size is; 0 when it says nothing that can be read, which is found when it is verified. */
    private static long statedSize(String note) {
        try {
            return Math.max(0, Checkpoint.parse(SignedNote.parse(note).text()).size());
        } catch (TlogException e) {
            return 0;
        }
    }

    private static Optional<String> note(Folder folder, String path) {
        return folder.read(path, SignedNote.MAX_BYTES + 1).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
