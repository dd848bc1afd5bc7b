package org.incidentledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import org.incidentledger.core.tlog.CosignatureSigner;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownLogsTest {

    private final VerifierKey key = SampleLedger.key("incident-ledger/a").verifierKey();

    @Test
    void are_read_with_comments_and_empty_lines() {
        KnownLogs logs = KnownLogs.parse("""
                # the ledger of the mail team

                log KEY
                  log KEY an origin with spaces
                """.replace("KEY", key.text()));
        assertThat(logs.origins()).containsExactly("incident-ledger/a", "an origin with spaces");
        assertThat(logs.keysOf("incident-ledger/a")).containsExactly(key);
        assertThat(logs.keysOf("incident-ledger/b")).isEmpty();
        assertThat(KnownLogs.parse("").origins()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEY", "logs KEY", "log", "log x", "log KEY\nlog KEY", "log WITNESS", "witness KEY"})
    void in_another_form_are_refused(String text) {
        String witness = CosignatureSigner.generate("w", new SecureRandom(), Instant::now)
                .verifierKey()
                .text();
        String config = "\n" + text.replace("KEY", key.text()).replace("WITNESS", witness);
        assertThatThrownBy(() -> KnownLogs.parse(config))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(
                        "logs of a witness, line " + config.lines().count());
    }
}
