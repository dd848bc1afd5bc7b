package org.incidentledger.core.incident;

import java.util.Locale;
import java.util.regex.Pattern;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;

/**
 * A piece of evidence that is kept elsewhere.
 *
 * @param sha256 its digest, 64 lower-case hexadecimal digits
 * @param mediaType such as {@code application/pdf}
 * @param sizeBytes its length in bytes
 */
public record Evidence(String sha256, String mediaType, long sizeBytes) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,120}");

    /** @throws InvalidValueException when a part does not have its form */
    public Evidence {
        if (!DIGEST.matcher(sha256).matches()) {
            throw new InvalidValueException("'%s' is no SHA-256 digest; use 64 lower-case hexadecimal digits"
                    .formatted(Quoted.shorten(sha256)));
        }
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new InvalidValueException("'%s' is no media type; use type/subtype such as application/pdf"
                    .formatted(Quoted.shorten(mediaType)));
        }
        if (sizeBytes < 0) {
            throw new InvalidValueException(
                    String.format(Locale.ROOT, "a piece of evidence has %d bytes; use its length", sizeBytes));
        }
    }
}
