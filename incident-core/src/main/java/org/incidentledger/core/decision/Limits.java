package org.incidentledger.core.decision;

import java.util.Locale;
import org.incidentledger.core.vocabulary.InvalidValueException;

/**
 * Upper bounds on what one command or one aggregate may hold; an embedder may lower them.
 *
 * @param title characters of a title or name
 * @param line characters of a reason, a summary line or a note
 * @param publicText characters of a text for the public
 * @param internalText characters of a finding
 * @param postMortem characters of a post-mortem revision
 * @param components components that one incident or maintenance may affect
 * @param accessPoints access points that one incident may have closed at any time
 * @param clients affected clients named by one assessment
 * @param events events in one stream; erasure is exempt, it must always be possible
 */
public record Limits(
        int title,
        int line,
        int publicText,
        int internalText,
        int postMortem,
        int components,
        int accessPoints,
        int clients,
        int events) {

    /** An entry of the ledger is never larger, whatever the other limits allow. */
    public static final int ENTRY_BYTES = 65_535;

    /** The limits of the domain's specification. */
    public static final Limits DEFAULT = new Limits(200, 1_000, 10_000, 30_000, 30_000, 200, 1_000, 500, 10_000);

    /** @throws InvalidValueException naming the first limit that is not positive */
    public Limits {
        requirePositive("title", title);
        requirePositive("line", line);
        requirePositive("publicText", publicText);
        requirePositive("internalText", internalText);
        requirePositive("postMortem", postMortem);
        requirePositive("components", components);
        requirePositive("accessPoints", accessPoints);
        requirePositive("clients", clients);
        requirePositive("events", events);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new InvalidValueException(
                    String.format(Locale.ROOT, "the limit %s is %d; use at least 1", name, value));
        }
    }
}
