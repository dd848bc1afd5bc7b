package org.incidentledger.web.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.tlog.BundleId;
import org.incidentledger.core.tlog.EntryBundle;
import org.incidentledger.core.tlog.Octets;
import org.incidentledger.core.tlog.TileId;
import org.incidentledger.core.tlog.TilePath;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.verification.EntryProof;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublishedRevision;
import org.incidentledger.projections.timeline.StoryUpdate;
import org.incidentledger.projections.timeline.TitleChange;
import org.incidentledger.projections.timeline.WindowChange;
import org.incidentledger.web.site.PublicSite;

/** The proof side of a ledger as files, in the formats and at the paths of C2SP tlog-tiles. Safe for use by many threads. */
public final class LedgerFiles {
    private static final int HASH_BYTES = 32;
    private static final int TILE_HEIGHT = 8;

    private final IncidentLedger ledger;

    public LedgerFiles(IncidentLedger ledger) {
        this.ledger = ledger;
    }

    /** The latest signed checkpoint. */
    public String checkpoint() {
        return ledger.tree().checkpoint().note();
    }

    /** The tile or bundle that a path names, when it names one in its only spelling. */
    public static Optional<TilePath> path(String path) {
        try {
            return Optional.of(TilePath.parse(path));
        } catch (TlogException.Malformed e) {
            return Optional.empty();
        }
    }

    /** Whether all of a tile or bundle lies in a tree of that size; then it never changes. */
    public static boolean isWithin(TilePath path, long size) {
        int level = path instanceof TileId tile ? tile.level() : 0;
        if (level * TILE_HEIGHT >= Long.SIZE - TILE_HEIGHT) {
            return false;
        }
        long hashes = size >> (level * TILE_HEIGHT);
        return path.index() <= hashes / TilePath.FULL_WIDTH
                && path.index() * TilePath.FULL_WIDTH + path.width() <= hashes;
    }

    /** The bytes of a tile that is within the ledger. */
    public Optional<byte[]> tile(TileId id) {
        return ledger.tree().tiles().tile(id).map(bytes -> Arrays.copyOf(bytes, id.width() * HASH_BYTES));
    }

    /** The bytes of a bundle that is within the ledger. Internal: it holds everything that the entries do. */
    public Optional<byte[]> bundle(BundleId id) {
        List<StoredEntry> entries = ledger.reader().read(id.index() * TilePath.FULL_WIDTH, id.width());
        return entries.size() < id.width()
                ? Optional.empty()
                : Optional.of(new EntryBundle(
                                id,
                                entries.stream()
                                        .map(entry -> Octets.of(entry.bytes()))
                                        .toList())
                        .bytes());
    }

    /** The proof of the entry at a position, which must be in the ledger. It shows nothing of any entry but hashes. */
    public String proof(long position) {
        EntryProof proof = ledger.prove(position);
        return proof.proof().format();
    }

    /** The entry at a position, if it is the one behind something public. */
    public Optional<byte[]> publicEntry(long position, PublicSite site) {
        return ledger.reader().read(position, 1).stream()
                .filter(entry -> entry.position() == position)
                .filter(entry -> site.story(stream(entry))
                        .filter(story -> positions(story).anyMatch(known -> known == position))
                        .isPresent())
                .map(StoredEntry::bytes)
                .findFirst();
    }

    /** The positions that the page of a story shows. */
    public static LongStream positions(PublicStory story) {
        return Stream.of(
                        story.updates().stream().map(StoryUpdate::posted),
                        story.updates().stream()
                                .flatMap(update -> update.corrections().stream())
                                .map(change -> change.corrected()),
                        story.updates().stream()
                                .map(StoryUpdate::retraction)
                                .flatMap(Stream::ofNullable)
                                .map(retraction -> retraction.retracted()),
                        story.earlierTitles().stream().map(TitleChange::corrected),
                        story.earlierWindows().stream().map(WindowChange::moved),
                        story.postMortems().stream().map(PublishedRevision::published),
                        Stream.ofNullable(story.dismissal()).map(dismissal -> dismissal.dismissed()))
                .flatMap(stamps -> stamps)
                .mapToLong(stamp -> stamp.position());
    }

    private static String stream(StoredEntry entry) {
        return org.incidentledger.core.encoding.EntryFormat.read(entry).stream().toString();
    }
}
