package org.incidentledger.bundle;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.incidentledger.core.encoding.EntryHead;
import org.incidentledger.core.encoding.EntryHeadReader;
import org.incidentledger.core.encoding.KeyRotation;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;

/**
 * Which signed checkpoints of the history go into a bundle: the first, the latest, the last one before each new day (UTC, by when
 * entries were recorded), and the first one that covers the replacement of a key, for the chain of keys.
 */
final class ChosenCheckpoints {
    private static final int PAGE = 1_000;
    private static final int DATE_CHARS = 10;

    private final LedgerTree tree;
    private final long from;
    private final SignedCheckpoint latest;
    private final EntryHeadReader reader;
    private final TreeSet<Long> atMost = new TreeSet<>();
    private final TreeSet<Long> atLeast = new TreeSet<>();
    private String day = "";

    /** @param from the size of an earlier bundle, whose checkpoints were chosen before */
    ChosenCheckpoints(LedgerTree tree, String origin, long from, SignedCheckpoint latest) {
        this.tree = tree;
        this.from = from;
        this.latest = latest;
        this.reader = new EntryHeadReader(origin);
    }

    /** Hears of the new entries in their order, after the last of the earlier bundle; those before it are passed over. */
    void pass(StoredEntry entry) {
        if (entry.position() < from - 1) {
            return;
        }
        EntryHead head = reader.read(entry);
        String itsDay = head.recordedAt().substring(0, DATE_CHARS);
        if (!itsDay.equals(day) && !day.isEmpty()) {
            atMost.add(entry.position());
        }
        day = itsDay;
        if (head.type().equals(KeyRotation.TYPE)) {
            atLeast.add(entry.position() + 1);
        }
    }

    /** Tells the chosen ones by size, once every entry was passed. */
    void each(Consumer<SignedCheckpoint> consumer) {
        SignedCheckpoint before = null;
        List<SignedCheckpoint> page = tree.checkpoints(from, PAGE);
        while (!page.isEmpty()) {
            for (SignedCheckpoint signed : page) {
                if (signed.size() > latest.size()) {
                    return;
                }
                if (before != null && !atMost.headSet(signed.size()).isEmpty()) {
                    atMost.headSet(signed.size()).clear();
                    consumer.accept(before);
                }
                boolean coversRotation = !atLeast.headSet(signed.size(), true).isEmpty();
                atLeast.headSet(signed.size(), true).clear();
                if (signed.size() == 0 || coversRotation || signed.size() == latest.size()) {
                    consumer.accept(signed);
                }
                before = signed;
            }
            page = tree.checkpoints(page.getLast().size() + 1, PAGE);
        }
    }
}
