package org.incidentledger.core.encoding;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import org.incidentledger.core.encoding.EntryScanner.Unexpected;
import org.incidentledger.core.ledger.StoredEntry;

/**
 * Reads the heads of the entries of one ledger, some ten times as fast as {@link EntryFormat} reads entries: members have one
 * order and one spelling, so that they are found without parsing JSON. What follows {@code recordedAt} is not looked at. For use
 * by one thread at a time.
 */
public final class EntryHeadReader {
    private static final byte[] ID = EntryScanner.ascii(",\"id\":\"");
    private static final byte[] STREAM = EntryScanner.ascii(",\"stream\":\"");
    private static final byte[] SEQUENCE = EntryScanner.ascii(",\"sequence\":");
    private static final byte[] TYPE = EntryScanner.ascii(",\"type\":\"");
    private static final byte[] REVISION = EntryScanner.ascii(",\"revision\":");
    private static final byte[] RECORDED_AT = EntryScanner.ascii(",\"recordedAt\":\"");
    private static final int UUID_CHARS = 36;
    private static final int INSTANT_CHARS = 27;

    private final String origin;
    private final byte[] start;
    private String lastInstant = "";

    /** @param origin the name of the ledger; entries of another are read too, but slowly */
    public EntryHeadReader(String origin) {
        this.origin = origin;
        String object = Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("v", EntryFormat.VERSION);
            json.writeStringField("ledger", origin);
            json.writeEndObject();
        });
        this.start = (object.substring(0, object.length() - 1) + ",\"position\":").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws EncodingException.BrokenEntry when the head is not that of an entry at this position */
    public EntryHead read(StoredEntry stored) {
        try {
            return head(new EntryScanner(stored.bytes()), stored.position());
        } catch (Unexpected | DateTimeException e) {
            return readWhole(stored);
        }
    }

    /** Says what is wrong, in the words of the one who reads whole entries. */
    private static EntryHead readWhole(StoredEntry stored) {
        Entry entry = EntryFormat.read(stored);
        return new EntryHead(
                entry.origin(),
                entry.stream().toString(),
                entry.sequence(),
                entry.event().type(),
                Canonical.instant(entry.recordedAt()));
    }

    private EntryHead head(EntryScanner scan, long position) throws Unexpected {
        scan.skip(start);
        EntryScanner.require(scan.number() == position);
        scan.skip(ID);
        scan.text(UUID_CHARS);
        scan.skip(STREAM);
        String stream = scan.text();
        scan.skip(SEQUENCE);
        long sequence = scan.number();
        scan.skip(TYPE);
        String type = scan.text();
        scan.skip(REVISION);
        EntryScanner.require(scan.number() > 0);
        scan.skip(RECORDED_AT);
        return new EntryHead(origin, stream, sequence, type, instant(scan.text(INSTANT_CHARS)));
    }

    /** Neighbours were mostly recorded at the same instant, or nearly so: only a new one is looked at. */
    private String instant(String text) {
        if (!text.equals(lastInstant)) {
            Timestamp.parse(text);
            lastInstant = text;
        }
        return lastInstant;
    }
}
