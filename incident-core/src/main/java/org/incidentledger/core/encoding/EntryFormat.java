package org.incidentledger.core.encoding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.StoredEntry;

/**
 * The bytes of an entry, as {@code docs/ledger-format.md} specifies them. There is one sequence of bytes for each entry: what
 * {@link #read} accepts, {@link #write(Entry)} writes again byte for byte.
 */
public final class EntryFormat {
    /** The format that is written, and the only one that is read. */
    static final int VERSION = 1;

    private EntryFormat() {}

    /**
     * The bytes of the entry for one draft of an append, as {@link UnplacedEntry} gives them.
     *
     * @param recordedAt to the microsecond
     * @param draftIndex which draft, from 0
     * @throws IllegalArgumentException when a part cannot be written so that it is read again
     */
    public static byte[] write(String origin, long position, Instant recordedAt, Append append, int draftIndex) {
        return UnplacedEntry.of(origin, append, draftIndex).at(position, recordedAt);
    }

    /**
     * The bytes of an entry.
     *
     * @throws IllegalArgumentException when a part cannot be written so that it is read again
     */
    static byte[] write(Entry entry) {
        return EntryWriter.unplaced(entry).at(entry.position(), entry.recordedAt());
    }

    /**
     * The members of an entry.
     *
     * @throws EncodingException.BrokenEntry when the bytes are not exactly those of an entry at this position
     */
    public static Entry read(StoredEntry stored) {
        return read(stored, true);
    }

    /**
     * The members of an entry that the ledger itself stored and keeps from being changed: the same but for the proof that these are
     * the only bytes for it, which takes as long again.
     *
     * @throws EncodingException.BrokenEntry when the bytes are not those of an entry at this position
     */
    static Entry readStored(StoredEntry stored) {
        return read(stored, false);
    }

    private static Entry read(StoredEntry stored, boolean canonical) {
        EntryReader reader = new EntryReader(stored.position());
        try {
            if (stored.bytes().length > Limits.ENTRY_BYTES) {
                throw new Flaw(
                        "",
                        "it has %s bytes, an entry has at most %s".formatted(stored.bytes().length, Limits.ENTRY_BYTES),
                        null);
            }
            String text = text(stored.bytes());
            Entry entry = reader.read(text);
            if (canonical) {
                requireSame(text, EntryWriter.text(entry));
            }
            return entry;
        } catch (IOException e) {
            throw new EncodingException.BrokenEntry(stored.position(), reader.type(), Flaw.below("", e));
        }
    }

    private static void requireSame(String found, String canonical) throws Flaw {
        if (!found.equals(canonical)) {
            int same = 0;
            while (same < Math.min(found.length(), canonical.length())
                    && found.charAt(same) == canonical.charAt(same)) {
                same++;
            }
            throw new Flaw("character " + same, "from there on it is not in canonical form", null);
        }
    }

    /** @throws Flaw when the bytes are not UTF-8 */
    static void requireUtf8(byte[] bytes) throws Flaw {
        text(bytes);
    }

    private static String text(byte[] bytes) throws Flaw {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Flaw("", "the bytes are not UTF-8", e);
        }
    }
}
