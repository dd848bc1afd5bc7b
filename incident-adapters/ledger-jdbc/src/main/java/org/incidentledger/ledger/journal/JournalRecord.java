package org.incidentledger.ledger.journal;

import java.util.List;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;

/**
 * One group of appends.
 *
 * @param entries at least one, at consecutive positions
 * @param checkpoint signed over the ledger that ends with them
 * @param attachment what the group changes beside its entries
 */
public record JournalRecord(List<StoredEntry> entries, SignedCheckpoint checkpoint, Attachment attachment) {
    /** @throws IllegalArgumentException when the entries are not the ones that the checkpoint ends with */
    public JournalRecord {
        entries = List.copyOf(entries);
        long next = checkpoint.size() - entries.size();
        for (StoredEntry entry : entries) {
            if (entry.position() != next++) {
                throw new IllegalArgumentException("position %d does not lead to a checkpoint of size %d"
                        .formatted(entry.position(), checkpoint.size()));
            }
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a group without entries leaves no record");
        }
    }

    /** Changes nothing beside its entries. */
    public JournalRecord(List<StoredEntry> entries, SignedCheckpoint checkpoint) {
        this(entries, checkpoint, Attachment.NONE);
    }

    /** The position of its first entry. */
    public long position() {
        return checkpoint.size() - entries.size();
    }
}
