package org.incidentledger.bundle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.tlog.BundleId;
import org.incidentledger.core.tlog.EntryBundle;
import org.incidentledger.core.tlog.TilePath;

/**
 * A file of entries, read as far as it is whole: so that what is damaged is found at its position, after all that lies before it.
 */
final class EntryFile {
    /** More than any such file has. */
    static final int MAX_BYTES = TilePath.FULL_WIDTH * (Short.BYTES + EntryBundle.MAX_ENTRY_BYTES);

    private final BundleId id;
    private final List<byte[]> whole = new ArrayList<>();
    private final boolean damaged;

    EntryFile(BundleId id, byte[] bytes) {
        this.id = id;
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (whole.size() < id.width() && hasEntry(in)) {
            byte[] entry = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(entry);
            whole.add(entry);
        }
        boolean complete = whole.size() == id.width();
        if (complete && in.hasRemaining()) {
            whole.removeLast();
        }
        this.damaged = !complete || in.hasRemaining();
    }

    /** @throws LedgerException.Corrupt when not even the first of them is whole */
    List<StoredEntry> entries(int from, int max) {
        long first = id.index() * TilePath.FULL_WIDTH;
        if (damaged && from >= whole.size()) {
            throw new LedgerException.Corrupt(
                    first + from,
                    "%s is cut off within this entry, or something follows its last; export it again"
                            .formatted(id.path()),
                    null);
        }
        List<StoredEntry> entries = new ArrayList<>();
        for (int i = from; i < Math.min((long) from + max, whole.size()); i++) {
            entries.add(new StoredEntry(first + i, whole.get(i)));
        }
        return entries;
    }

    private static boolean hasEntry(ByteBuffer in) {
        return in.remaining() >= Short.BYTES
                && in.remaining() - Short.BYTES >= Short.toUnsignedInt(in.getShort(in.position()));
    }
}
