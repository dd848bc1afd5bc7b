package org.incidentledger.core.sealing;

import java.util.Base64;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;

/**
 * What the ledger holds of a personal or secret value: a commitment that proves it later, never the value.
 *
 * @param id names the value in the table that holds it encrypted
 * @param subject whom the value is about; erasure is by subject
 * @param commitment HMAC-SHA256 of the value under a random key, padded base64 (44 characters)
 */
public record SealedValue(UUID id, ActorRef subject, String commitment) {
    private static final int BASE64_OF_32_BYTES = 44;

    /** @throws InvalidValueException unless the commitment is 32 bytes in padded base64 */
    public SealedValue {
        if (!isCommitment(commitment)) {
            throw new InvalidValueException("'%s' is no commitment; use HMAC-SHA256 in padded base64, 44 characters"
                    .formatted(Quoted.shorten(commitment)));
        }
    }

    private static boolean isCommitment(String text) {
        if (text.length() != BASE64_OF_32_BYTES) {
            return false;
        }
        try {
            return Base64.getDecoder().decode(text).length == Commitment.BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
