package org.incidentledger.core.tlog;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.incidentledger.core.tlog.TlogException.Malformed;

/**
 * One signature line of a note, not yet verified (C2SP signed-note).
 *
 * @param keyName the name the signer goes by: not empty, no spaces, no {@code +}
 * @param keyId the first four bytes of the key's hash, big-endian
 * @param signature at least one byte; what they are depends on the type of the key
 */
public record NoteSignature(String keyName, int keyId, Octets signature) {

    private static final StrictFormat FORMAT =
            new StrictFormat("note signature", "fetch the note again from whoever signed it");
    private static final String LINE_START = "\u2014 ";

    /**
     * Checks the components.
     *
     * @throws Malformed when the name is not a key name or the signature is empty
     */
    public NoteSignature {
        KeyText.requireName(keyName);
        FORMAT.require(signature.length() > 0, "no bytes", "a signature follows the key's id");
    }

    /** @param line without its newline */
    static NoteSignature parse(String line) {
        String rule = "a signature line is an em dash, the key's name and base64, with single spaces between them";
        FORMAT.require(line.startsWith(LINE_START), line, rule);
        int space = line.indexOf(' ', LINE_START.length());
        FORMAT.require(space >= 0, line, rule);
        byte[] idAndSignature = FORMAT.base64(line.substring(space + 1), "what follows the key's name");
        FORMAT.require(idAndSignature.length > Integer.BYTES, line, "the key's id has 4 bytes, the signature more");
        ByteBuffer in = ByteBuffer.wrap(idAndSignature);
        int keyId = in.getInt();
        byte[] signature = new byte[in.remaining()];
        in.get(signature);
        return new NoteSignature(line.substring(LINE_START.length(), space), keyId, Octets.of(signature));
    }

    /** The line as it stands in a note, without its newline. */
    public String line() {
        byte[] idAndSignature = ByteBuffer.allocate(Integer.BYTES + signature.length())
                .putInt(keyId)
                .put(signature.shared())
                .array();
        return LINE_START + keyName + ' ' + Base64.getEncoder().encodeToString(idAndSignature);
    }
}
