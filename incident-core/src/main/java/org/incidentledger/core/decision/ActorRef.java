package org.incidentledger.core.decision;

import java.util.regex.Pattern;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;

/**
 * A pseudonymous reference to whoever acts or is concerned: {@code staff/…}, {@code client/…}, {@code service/…},
 * {@code researcher/…}, {@code supplier/…} or {@code system}. Names and addresses do not belong here; the ledger could never
 * forget them.
 */
public record ActorRef(String value) implements Comparable<ActorRef> {
    private static final Pattern ALLOWED =
            Pattern.compile("system|(staff|client|service|researcher|supplier)/[a-zA-Z0-9][a-zA-Z0-9._-]{0,79}");

    /** The ledger itself, for facts that no person or service states. */
    public static final ActorRef SYSTEM = new ActorRef("system");

    /** @throws InvalidValueException unless the value has one of the permitted forms */
    public ActorRef {
        if (!ALLOWED.matcher(value).matches()) {
            throw new InvalidValueException(
                    ("'%s' is no actor reference; use system, or staff/, client/, service/, researcher/"
                                    + " or supplier/ followed by 1 to 80 letters, digits, '.', '_' or '-' (a pseudonym, no name or"
                                    + " address)")
                            .formatted(Quoted.shorten(value)));
        }
    }

    @Override
    public int compareTo(ActorRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
