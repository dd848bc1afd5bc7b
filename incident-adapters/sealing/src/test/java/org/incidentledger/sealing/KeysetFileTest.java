package org.incidentledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.incidentledger.core.ledger.LedgerException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetFileTest {
    private static final byte[] KEY = new byte[32];
    private static final byte[] CONTEXT = {1};

    @TempDir
    Path folder;

    private Path path;
    private KeysetFile keyset;

    @BeforeEach
    void name() {
        path = folder.resolve("sealing.keyset");
        keyset = new KeysetFile(path);
    }

    @Test
    void is_made_when_it_is_first_needed_for_its_owner_only() throws Exception {
        assertThat(path).doesNotExist();
        byte[] wrapped = keyset.wrap(KEY, CONTEXT);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(new KeysetFile(path).unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
        assertThatThrownBy(() -> keyset.unwrap(wrapped, new byte[] {2})).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void that_others_may_read_is_refused_with_what_to_do() throws Exception {
        keyset.wrap(KEY, CONTEXT);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));

        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> new KeysetFile(path).wrap(KEY, CONTEXT))
                .withMessageContaining("rw-r-----")
                .withMessageContaining("600");
    }

    @Test
    void that_is_missing_is_not_made_anew_for_what_another_wrapped() {
        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> keyset.unwrap(new byte[60], CONTEXT))
                .withMessageContaining("put it back");
        assertThat(path).doesNotExist();
    }

    @Test
    void that_is_no_keyset_is_refused_without_being_quoted() throws IOException {
        Files.writeString(path, "{\"secret\":1}");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));

        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> keyset.wrap(KEY, CONTEXT))
                .withMessageContaining("is no keyset")
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    @Test
    void unwraps_what_older_keys_wrapped_until_they_are_dropped() throws Exception {
        byte[] old = keyset.wrap(KEY, CONTEXT);
        keyset.addKey();
        byte[] wrapped = keyset.wrap(KEY, CONTEXT);

        assertThat(keyset.unwrap(old, CONTEXT)).isEqualTo(KEY);
        assertThat(keyset.dropOldKeys()).isEqualTo(1);
        assertThat(keyset.unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
        assertThatThrownBy(() -> keyset.unwrap(old, CONTEXT)).isInstanceOf(GeneralSecurityException.class);
        assertThat(keyset.dropOldKeys()).isZero();
    }

    @Test
    void never_shows_a_key() throws Exception {
        keyset.wrap(KEY, CONTEXT);
        String key = Files.readString(path).replaceAll("(?s).*\"value\" *: *\"([^\"]+)\".*", "$1");

        assertThat(key).hasSizeGreaterThan(20);
        assertThat(keyset.toString()).isEqualTo("the keyset in " + path).doesNotContain(key);
    }
}
