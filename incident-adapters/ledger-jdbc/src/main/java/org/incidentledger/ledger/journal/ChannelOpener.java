package org.incidentledger.ledger.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** Opens the files of a journal: {@link FileChannel#open(Path, Set, FileAttribute[])}, or what stands between it and a disk. */
@FunctionalInterface
public interface ChannelOpener {
    /** See {@link FileChannel#open(Path, Set, FileAttribute[])}. */
    FileChannel open(Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException;
}
