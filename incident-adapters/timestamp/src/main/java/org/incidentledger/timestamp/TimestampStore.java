package org.incidentledger.timestamp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.incidentledger.core.tlog.Octets;
import org.incidentledger.witness.DurableFile;

/**
 * The time-stamps of a ledger's checkpoints: a folder {@code timestamps} of files {@code <size>.tsr}, each the whole
 * response of an authority in DER, over the checkpoint of that size as the log signed it. One process at a time may add.
 */
public final class TimestampStore {

    private final Path folder;

    private TimestampStore(Path folder) {
        this.folder = folder;
    }

    /** The store next to a ledger, in a folder that need not be there yet. */
    public static TimestampStore in(Path ledgerFolder) {
        return new TimestampStore(ledgerFolder.resolve("timestamps"));
    }

    /** Keeps a response, unless one of this size is there: the earliest proves the most. @return its file */
    public synchronized Path add(long size, Octets response) throws IOException {
        Path file = file(size);
        if (!Files.exists(file)) {
            DurableFile.makeFolder(folder);
            DurableFile.write(file, response.bytes());
        }
        return file;
    }

    /** The response that is kept for a checkpoint of exactly this size. */
    public Optional<Octets> ofSize(long size) throws IOException {
        Path file = file(size);
        return Files.exists(file) ? Optional.of(Octets.of(Files.readAllBytes(file))) : Optional.empty();
    }

    private Path file(long size) {
        return folder.resolve(size + ".tsr");
    }
}
