package org.incidentledger.core.encoding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.Draft;

/**
 * An entry but for its position and the instant of its recording, which are known last: whoever appends spells all the rest before it
 * is the entry's turn. Immutable.
 */
public final class UnplacedEntry {
    private final byte[] upToPosition;
    private final byte[] upToRecordedAt;
    private final byte[] rest;

    UnplacedEntry(byte[] upToPosition, byte[] upToRecordedAt, byte[] rest) {
        this.upToPosition = upToPosition;
        this.upToRecordedAt = upToRecordedAt;
        this.rest = rest;
    }

    /**
     * One for each draft of an append, in order.
     *
     * @throws IllegalArgumentException when a part cannot be written so that it is read again
     */
    public static List<UnplacedEntry> of(String origin, Append append) {
        List<UnplacedEntry> entries = new ArrayList<>();
        for (int i = 0; i < append.drafts().size(); i++) {
            entries.add(of(origin, append, i));
        }
        return List.copyOf(entries);
    }

    static UnplacedEntry of(String origin, Append append, int draftIndex) {
        Draft draft = append.drafts().get(draftIndex);
        CommandHeader header = append.header();
        return EntryWriter.unplaced(new Entry(
                origin,
                0,
                draft.id(),
                append.stream(),
                append.expectedSequence() + draftIndex,
                draft.event(),
                Instant.EPOCH,
                header.occurredAt(),
                header.actor(),
                header.commandId(),
                header.correlationId(),
                header.reason()));
    }

    /**
     * The bytes of the entry at a position. They may be more than an entry may have: whoever appends compares their number with
     * {@link org.incidentledger.core.ledger.Limits#ENTRY_BYTES}.
     *
     * @param recordedAt to the microsecond; a finer instant is refused, since the receipt would contradict the entry
     * @throws IllegalArgumentException when the position or the instant cannot be written so that it is read again
     */
    public byte[] at(long position, Instant recordedAt) {
        byte[] number = EntryWriter.position(position);
        byte[] instant = EntryWriter.recordedAt(recordedAt);
        byte[][] parts = {upToPosition, number, upToRecordedAt, instant, rest};
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] bytes = new byte[length];
        int end = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, bytes, end, part.length);
            end += part.length;
        }
        return bytes;
    }
}
