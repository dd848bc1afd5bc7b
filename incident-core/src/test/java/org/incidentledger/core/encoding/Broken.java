package org.incidentledger.core.encoding;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.incidentledger.core.encoding.EncodingException.BrokenEntry;
import org.incidentledger.core.ledger.EncodedEvent;
import org.incidentledger.core.ledger.StoredEntry;

/** Reads what cannot be read, and hands out the error that must follow. */
final class Broken {
    private Broken() {}

    static ThrowableAssertAlternative<BrokenEntry> reading(long position, byte[] bytes) {
        return assertThatExceptionOfType(BrokenEntry.class)
                .isThrownBy(() -> EntryFormat.read(new StoredEntry(position, bytes)))
                .withMessageContaining("entry " + position);
    }

    static ThrowableAssertAlternative<BrokenEntry> reading(long position, String text) {
        return reading(position, text.getBytes(StandardCharsets.UTF_8));
    }

    static ThrowableAssertAlternative<BrokenEntry> decoding(EncodedEvent event) {
        return assertThatExceptionOfType(BrokenEntry.class)
                .isThrownBy(() -> new EventCodec().decode(event, 17))
                .withMessageContaining("entry 17 (" + event.type() + ")");
    }
}
