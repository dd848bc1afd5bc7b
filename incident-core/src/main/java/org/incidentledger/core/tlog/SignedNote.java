package org.incidentledger.core.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.Rejected;

/**
 * A text with signature lines under it, not yet verified (C2SP signed-note).
 *
 * @param text ends with a newline; no control characters but newlines
 * @param signatures 1 to {@value #MAX_SIGNATURES}
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** The most signature lines that are read. */
    public static final int MAX_SIGNATURES = 100;

    /** The most bytes that are read. */
    public static final int MAX_BYTES = 1_000_000;

    private static final StrictFormat FORMAT =
            new StrictFormat("signed note", "fetch it again from whoever signed it; never mend one by hand");

    private static final StrictFormat KNOWN_KEYS =
            new StrictFormat("known keys", "remove one, or ask the owner of one for another");

    /**
     * Checks the components.
     *
     * @throws Malformed when the text or the number of signatures is not as said above
     */
    public SignedNote {
        signatures = List.copyOf(signatures);
        FORMAT.requireText(text);
        FORMAT.require(text.endsWith("\n"), text, "the text ends with a newline");
        FORMAT.require(
                !signatures.isEmpty() && signatures.size() <= MAX_SIGNATURES,
                signatures.size() + " signatures",
                "a note has 1 to " + MAX_SIGNATURES);
    }

    /**
     * Reads the bytes of a note.
     *
     * @throws Malformed unless they are UTF-8 that {@link #parse(String)} reads
     */
    public static SignedNote parse(byte[] note) {
        FORMAT.require(note.length <= MAX_BYTES, note.length + " bytes", "a note has at most " + MAX_BYTES);
        return parse(FORMAT.utf8(note));
    }

    /**
     * Reads a note in its only spelling: {@code parse(n).format()} equals {@code n}. The last empty line separates text
     * and signatures.
     *
     * @throws Malformed for any other text
     */
    public static SignedNote parse(String note) {
        FORMAT.require(note.length() <= MAX_BYTES, note.length() + " characters", "a note has at most " + MAX_BYTES);
        int textEnd = note.lastIndexOf("\n\n") + 1;
        FORMAT.require(textEnd > 0, note, "an empty line separates the text from the signatures");
        FORMAT.require(note.endsWith("\n") && note.length() > textEnd + 1, note, "signature lines end the note");
        String lines = note.substring(textEnd + 1, note.length() - 1);
        List<NoteSignature> signatures = Arrays.stream(lines.split("\n", -1))
                .limit(MAX_SIGNATURES + 1L)
                .map(NoteSignature::parse)
                .toList();
        return new SignedNote(note.substring(0, textEnd), signatures);
    }

    /** The text signed by each of these, at least one, in this order. */
    public static SignedNote sign(String text, NoteSigner... signers) {
        return new SignedNote(
                text, List.of(signers).stream().map(signer -> signer.sign(text)).toList());
    }

    /** This note with one more line, say a witness's. */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /** The whole note, to be encoded as UTF-8. */
    public String format() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }

    /**
     * Verifies every signature made by a known key and passes over those of others.
     *
     * @param known keys that differ in name or id
     * @throws Malformed when two known keys share name and id
     * @throws Rejected when a known key's signature does not verify, or no known key signed
     */
    public VerifiedNote verify(List<VerifierKey> known) {
        requireDistinct(known);
        List<VerifiedSignature> verified = new ArrayList<>();
        Set<VerifierKey> seen = new HashSet<>();
        for (NoteSignature signature : signatures) {
            find(known, signature)
                    .map(key -> key.verify(text, signature))
                    .filter(good -> seen.add(good.key()))
                    .ifPresent(verified::add);
        }
        if (verified.isEmpty()) {
            throw new Rejected("None of the %d signatures is by one of the %d known keys;"
                            .formatted(signatures.size(), known.size())
                    + " do not trust the note: check that the known keys are those of its signers");
        }
        return new VerifiedNote(this, verified);
    }

    private static Optional<VerifierKey> find(List<VerifierKey> known, NoteSignature signature) {
        return known.stream().filter(key -> key.isNamedBy(signature)).findFirst();
    }

    private static void requireDistinct(List<VerifierKey> known) {
        Set<String> ids = new HashSet<>();
        for (VerifierKey key : known) {
            String id = key.name() + "+" + KeyText.hex(key.keyId());
            KNOWN_KEYS.require(ids.add(id), id, "no two known keys share name and id");
        }
    }
}
