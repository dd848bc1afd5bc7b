package org.incidentledger.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.NoteSignature;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.VerifierKey;

/**
 * The checkpoints that witnesses cosigned: a folder {@code cosigned} of notes, each named by its size. Losing it loses
 * no entry; the newest can be had again from the witnesses. One process at a time may add.
 */
public final class CosignatureStore {

    /** How many notes are looked at for a witness's line before it counts as one that never signed. */
    private static final int LOOKED_AT = 100;

    private final Path folder;

    private CosignatureStore(Path folder) {
        this.folder = folder;
    }

    /** The store next to a ledger, in a folder that need not be there yet. */
    public static CosignatureStore in(Path ledgerFolder) {
        return new CosignatureStore(ledgerFolder.resolve("cosigned"));
    }

    /**
     * Keeps a cosigned checkpoint. When one of this size is there, the lines of both are kept, and of two lines by one
     * key the new one.
     *
     * @return what is kept now
     * @throws IOException when it cannot be read or written, or another checkpoint of this size is there
     */
    public synchronized SignedNote add(SignedNote cosigned) throws IOException {
        long size = Checkpoint.parse(cosigned.text()).size();
        Optional<SignedNote> there = ofSize(size);
        SignedNote kept = there.isEmpty() ? cosigned : merged(there.get(), cosigned, size);
        DurableFile.makeFolder(folder);
        file(size).write(kept);
        return kept;
    }

    private SignedNote merged(SignedNote there, SignedNote added, long size) throws IOException {
        if (!there.text().equals(added.text())) {
            throw new IOException("%s is another checkpoint of the same size: the log has shown two histories;"
                            .formatted(file(size).path())
                    + " keep both, and find out which one is the ledger's");
        }
        List<NoteSignature> kept = Stream.concat(
                        there.signatures().stream()
                                .filter(old -> added.signatures().stream().noneMatch(line -> sameKey(old, line))),
                        added.signatures().stream())
                .toList();
        return new SignedNote(added.text(), kept);
    }

    private static boolean sameKey(NoteSignature one, NoteSignature other) {
        return one.keyName().equals(other.keyName()) && one.keyId() == other.keyId();
    }

    /** The cosigned checkpoint of exactly this size. */
    public Optional<SignedNote> ofSize(long size) throws IOException {
        return file(size).read("delete it and bring the checkpoint to the witnesses again");
    }

    /** The sizes of all that are kept, the largest first. */
    public List<Long> sizes() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(name -> name.matches("0|[1-9][0-9]{0,17}"))
                    .map(Long::valueOf)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** The largest cosigned checkpoint: what an export should give an auditor. */
    public Optional<SignedNote> newest() throws IOException {
        List<Long> sizes = sizes();
        return sizes.isEmpty() ? Optional.empty() : ofSize(sizes.getFirst());
    }

    /** The largest size that bears a line named as this key's, not verified; 0 when none of the newest does. */
    public long newestSizeBy(VerifierKey witness) throws IOException {
        for (long size : sizes().stream().limit(LOOKED_AT).toList()) {
            Optional<SignedNote> note = ofSize(size);
            if (note.isPresent() && note.get().signatures().stream().anyMatch(witness::isNamedBy)) {
                return size;
            }
        }
        return 0;
    }

    private NoteFile file(long size) {
        return new NoteFile(folder.resolve(Long.toString(size)));
    }
}
