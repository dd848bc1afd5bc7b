package org.incidentledger.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {
    /** The example of RFC 9562, appendix A.6; the bits in front of its random ones are those of version and variant. */
    @Test
    void is_spelled_as_the_standard_says() {
        byte[] random = HexFormat.of().parseHex("fcc3d8c4dc0c0c07398f");
        assertThat(TimeOrderedId.of(Instant.parse("2022-02-22T19:22:22Z"), random))
                .isEqualTo(UUID.fromString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
    }
}
