package org.incidentledger.core.verification;

import org.incidentledger.core.encoding.EncodingException;
import org.incidentledger.core.encoding.EntryHead;
import org.incidentledger.core.encoding.EntryHeadReader;
import org.incidentledger.core.encoding.KeyRotation;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.verification.VerificationReport.Part;

/** What an entry must say of itself, given the entries before it. */
final class EntryChecks {
    private final String origin;
    private final EntryHeadReader reader;
    private final StreamLengths streams;
    private String lastRecordedAt = "";
    private long bytes;

    EntryChecks(String origin, StreamLengths streams) {
        this.origin = origin;
        this.reader = new EntryHeadReader(origin);
        this.streams = streams;
    }

    /** The sum of the lengths of all entries. */
    long bytes() {
        return bytes;
    }

    /** @return whether the entry is the replacement of a key */
    boolean check(StoredEntry entry) {
        EntryHead head = read(entry);
        if (!head.origin().equals(origin)) {
            throw wrong(entry, "is of the ledger '%s', not of '%s'".formatted(head.origin(), origin));
        }
        if (head.recordedAt().compareTo(lastRecordedAt) < 0) {
            throw wrong(
                    entry,
                    "was recorded at %s, the one before at %s; the time of recording never decreases"
                            .formatted(head.recordedAt(), lastRecordedAt));
        }
        checkSequence(entry, head);
        lastRecordedAt = head.recordedAt();
        bytes += entry.bytes().length;
        return head.type().equals(KeyRotation.TYPE);
    }

    /** The same for a stream that was put off to a further pass. */
    void checkSequence(StoredEntry entry) {
        checkSequence(entry, read(entry));
    }

    /** Whether the entry is the replacement of a key; what cannot be read is none. */
    static boolean isKeyRotation(StoredEntry entry, EntryHeadReader reader) {
        try {
            return reader.read(entry).type().equals(KeyRotation.TYPE);
        } catch (EncodingException e) {
            return false;
        }
    }

    private void checkSequence(StoredEntry entry, EntryHead head) {
        long expected = streams.next(head.stream());
        if (expected >= 0 && head.sequence() != expected) {
            throw wrong(
                    entry,
                    "has sequence %d in stream %s, where %d would follow"
                            .formatted(head.sequence(), head.stream(), expected));
        }
    }

    private EntryHead read(StoredEntry entry) {
        try {
            return reader.read(entry);
        } catch (EncodingException e) {
            throw wrong(entry, "is none, although its hash is in the tree: " + e.getMessage());
        }
    }

    private static FoundException wrong(StoredEntry entry, String what) {
        return new FoundException(
                Part.ENTRY, entry.position(), "position %d: the entry %s".formatted(entry.position(), what));
    }
}
