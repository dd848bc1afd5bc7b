package org.incidentledger.core.tlog;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Ed25519 (RFC 8032) by the Java runtime, with keys as the 32 bytes that signed notes use. */
final class Ed25519 {

    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    private static final String ALGORITHM = "Ed25519";
    /** The DER bytes before the 32 of a public key (RFC 8410 §4). */
    private static final byte[] X509_START = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    /** Empty unless the 32 bytes are a point of the curve. */
    static Optional<PublicKey> publicKey(byte[] key) {
        byte[] encoded = Arrays.copyOf(X509_START, X509_START.length + KEY_BYTES);
        System.arraycopy(key, 0, encoded, X509_START.length, KEY_BYTES);
        try {
            PublicKey decoded = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
            Signature.getInstance(ALGORITHM).initVerify(decoded);
            return Optional.of(decoded);
        } catch (InvalidKeySpecException | InvalidKeyException notAPoint) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw unsupported(e);
        }
    }

    /** False for a signature of any other length than 64 too. */
    static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException notASignature) {
            return false;
        } catch (InvalidKeyException | NoSuchAlgorithmException e) {
            throw unsupported(e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    /** The 32 bytes of a public key (RFC 8032 §5.1.2). */
    static byte[] bytes(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    /**
     * The key pair of a seed. The runtime has no call that derives the public half, but its generator takes the seed
     * from its random source; that it took this one is checked.
     */
    static KeyPair keyPair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(KEY_BYTES * Byte.SIZE - 1, new FixedRandom(seed));
            KeyPair pair = generator.generateKeyPair();
            byte[] taken = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            if (!Arrays.equals(taken, seed)) {
                throw new IllegalStateException("This Java runtime's Ed25519 generator does not take its seed from the"
                        + " random source; run on a JDK with its own SunEC provider first");
            }
            return pair;
        } catch (NoSuchAlgorithmException e) {
            throw unsupported(e);
        }
    }

    private static IllegalStateException unsupported(GeneralSecurityException e) {
        return new IllegalStateException("This Java runtime cannot do Ed25519; run on a full JDK 21 or later", e);
    }

    /** Gives the same bytes to whoever asks. */
    private static final class FixedRandom extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] given;

        FixedRandom(byte[] given) {
            this.given = given.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(given, 0, bytes, 0, Math.min(given.length, bytes.length));
        }
    }
}
