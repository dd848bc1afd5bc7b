package org.incidentledger.core.tlog;

import java.nio.ByteBuffer;
import java.security.KeyPair;

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

    static Witness witness() {
        return new Witness("witness.test/w", WITNESS_SEED);
    }

    /** Cosigns whatever it is given. */
    record Witness(String name, int firstByte) {

        VerifierKey verifierKey() {
            Octets publicKey = Octets.of(Ed25519.bytes(pair().getPublic()));
            return new VerifierKey(name, KeyType.COSIGNATURE_V1, publicKey);
        }

        NoteSignature cosign(String text, long seconds) {
            StrictFormat format = new StrictFormat("text", "");
            byte[] signature =
                    Ed25519.sign(pair().getPrivate(), format.utf8("cosignature/v1\ntime " + seconds + "\n" + text));
            byte[] timestamped = ByteBuffer.allocate(Long.BYTES + signature.length)
                    .putLong(seconds)
                    .put(signature)
                    .array();
            return new NoteSignature(name, verifierKey().keyId(), Octets.of(timestamped));
        }

        private KeyPair pair() {
            return Ed25519.keyPair(seed(firstByte));
        }
    }
}
