package org.incidentledger.core.tlog;

import java.time.Instant;

/** Keys for tests, and what another implementation makes with them. */
final class SampleKeys {

    /** A checkpoint of the first three {@link Entries}. */
    static final Checkpoint CHECKPOINT = new Checkpoint(
            "ledger.test/a", 3, Hash.ofHex("94fbd0dd836f50301692e6d0eade728ee19ec52bfff1606ed807c8575d5aaa19"));

    static final String LOG_KEY = "ledger.test/a+de668a15+AQu8NGpXZnw4ASC9nH/X5R0sX9/qN80vW/QFssa/by14";
    static final String LOG_SIGNATURE = "\u2014 ledger.test/a 3maKFYsYQaBEgyDUyE8leP6k2cW/LQXx02JTlLySB327mb6XI/"
            + "ibxBc0pwWNMrg8LIH1qyowKB+pWKno+bez0FpenAk=";

    static final String WITNESS_KEY = "witness.test/w+e228aa5e+BDK1PoguParBgNel9iJNYbZAG0P5AdsJ8OTYTOTkonGL";
    static final long WITNESS_SECONDS = 1_800_000_000;
    static final String WITNESS_SIGNATURE = "\u2014 witness.test/w 4iiqXgAAAABrSdIAeBlwK7Bq2GjdrBtAhR9OBBRXTbBrCjht"
            + "fMviNXMmsKBW8PCWfvRTMBLmBcdq7yaUUa2TTgpWqw2U/V+6T2aGBQ==";

    private static final int LOG_SEED = 100;
    private static final int WITNESS_SEED = 200;

    private SampleKeys() {}

    static Ed25519Signer log() {
        return signer("ledger.test/a", LOG_SEED);
    }

    /** The key whose seed is the 32 bytes that count up from the first. */
    static Ed25519Signer signer(String name, int firstByte) {
        return Ed25519Signer.ofSeed(name, seed(firstByte));
    }

    static byte[] seed(int firstByte) {
        byte[] seed = new byte[Ed25519.KEY_BYTES];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) (firstByte + i);
        }
        return seed;
    }

    /** Cosigns, by its clock, at the time that {@link #WITNESS_SIGNATURE} says. */
    static CosignatureSigner witness() {
        return witness("witness.test/w", WITNESS_SEED);
    }

    static CosignatureSigner witness(String name, int firstByte) {
        return CosignatureSigner.ofSeed(name, seed(firstByte), () -> Instant.ofEpochSecond(WITNESS_SECONDS));
    }
}
