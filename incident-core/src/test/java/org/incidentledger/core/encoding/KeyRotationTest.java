package org.incidentledger.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.incidentledger.core.ledger.EncodedEvent;
import org.incidentledger.core.ledger.LedgerEvent;
import org.incidentledger.core.ledger.StoredEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRotationTest {
    private static StoredEntry entry(String type, int revision, String data) {
        return new StoredEntry(4, EntryFormat.write(Entries.of(4, new EncodedEvent(type, revision, data))));
    }

    @Test
    void names_the_old_key_and_the_new_one() {
        assertThat(KeyRotation.read(entry(KeyRotation.TYPE, 1, "{\"oldKey\":\"a+1\",\"newKey\":\"b+2\"}")))
                .isEqualTo(new LedgerEvent.KeyRotated("a+1", "b+2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"oldKey\":\"a\"}",
                "{\"newKey\":\"b\",\"oldKey\":\"a\"}",
                "{\"oldKey\":1,\"newKey\":\"b\"}",
                "{\"oldKey\":\"a\",\"newKey\":\"b\",\"more\":\"c\"}"
            })
    void has_these_members_and_no_others(String data) {
        assertThatExceptionOfType(EncodingException.BrokenEntry.class)
                .isThrownBy(() -> KeyRotation.read(entry(KeyRotation.TYPE, 1, data)))
                .withMessageContaining("/data");
    }

    @Test
    void is_known_by_its_type_and_revision() {
        assertThatExceptionOfType(EncodingException.UnknownType.class)
                .isThrownBy(() -> KeyRotation.read(entry("ledger.other", 1, "{}")));
        assertThatExceptionOfType(EncodingException.UnknownRevision.class)
                .isThrownBy(() -> KeyRotation.read(entry(KeyRotation.TYPE, 2, "{}")));
    }
}
