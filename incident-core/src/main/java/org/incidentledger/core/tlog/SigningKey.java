package org.incidentledger.core.tlog;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;

/** The secret half of a key, with its name and what it signs: what all Ed25519 signers share. */
final class SigningKey {

    private static final StrictFormat FORMAT =
            new StrictFormat("signing key", "restore the key file, or make a new key and publish its verifier key");
    private static final String SECRET_START = "PRIVATE+KEY+";
    private static final String NOT_SHOWN = "(a secret, not shown)";

    private final Octets seed;
    private final PrivateKey privateKey;
    private final VerifierKey verifierKey;

    private SigningKey(String name, KeyType type, byte[] seed) {
        KeyPair pair = Ed25519.keyPair(seed);
        this.seed = Octets.of(seed);
        this.privateKey = pair.getPrivate();
        this.verifierKey = new VerifierKey(name, type, Octets.of(Ed25519.bytes(pair.getPublic())));
    }

    static SigningKey generate(String name, KeyType type, SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_BYTES];
        random.nextBytes(seed);
        return new SigningKey(name, type, seed);
    }

    static SigningKey ofSeed(String name, KeyType type, byte[] seed) {
        FORMAT.require(seed.length == Ed25519.KEY_BYTES, seed.length + " bytes", "a seed has 32");
        return new SigningKey(name, type, seed);
    }

    /** Reads what {@link #secret()} gave for a key of the same type. No message quotes the text. */
    static SigningKey parse(String secret, KeyType type) {
        FORMAT.require(secret.startsWith(SECRET_START), NOT_SHOWN, "a signing key starts with " + SECRET_START);
        KeyText parts = KeyText.parse(secret.substring(SECRET_START.length()), NOT_SHOWN);
        boolean fits = parts.type() == type.code() && parts.key().length() == Ed25519.KEY_BYTES;
        FORMAT.require(fits, NOT_SHOWN, "it holds type 0x0%d and 32 bytes".formatted(type.code()));
        SigningKey key = new SigningKey(parts.name(), type, parts.key().bytes());
        FORMAT.require(key.verifierKey.keyId() == parts.keyId(), NOT_SHOWN, "the key's id is that of its name and key");
        return key;
    }

    String secret() {
        byte type = verifierKey.type().code();
        return SECRET_START + new KeyText(verifierKey.name(), verifierKey.keyId(), type, seed).text();
    }

    byte[] seed() {
        return seed.bytes();
    }

    VerifierKey verifierKey() {
        return verifierKey;
    }

    /** The 64 bytes of Ed25519 over the UTF-8 of a text. */
    byte[] sign(String text) {
        return Ed25519.sign(privateKey, FORMAT.utf8(text));
    }

    NoteSignature line(byte[] signature) {
        return new NoteSignature(verifierKey.name(), verifierKey.keyId(), Octets.of(signature));
    }
}
