package org.incidentledger.core.decision;

import java.util.Set;
import org.incidentledger.core.vocabulary.Identifier;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;

/**
 * A pseudonymous reference to whoever acts or is concerned: {@code staff/…}, {@code client/…}, {@code service/…},
 * {@code researcher/…}, {@code supplier/…} or {@code system}. Names and addresses do not belong here; the ledger could never
 * forget them.
 */
public record ActorRef(String value) implements Comparable<ActorRef> {
    private static final Set<String> GROUPS = Set.of("staff", "client", "service", "researcher", "supplier");

    /** The ledger itself, for facts that no person or service states. */
    public static final ActorRef SYSTEM = new ActorRef("system");

    /** @throws InvalidValueException unless the value has one of the permitted forms */
    public ActorRef {
        if (!isAllowed(value)) {
            throw new InvalidValueException(
                    ("'%s' is no actor reference; use system, or staff/, client/, service/, researcher/"
                                    + " or supplier/ followed by 1 to 80 letters, digits, '.', '_' or '-' (a pseudonym, no name or"
                                    + " address)")
                            .formatted(Quoted.shorten(value)));
        }
    }

    private static boolean isAllowed(String value) {
        int slash = value.indexOf('/');
        return slash < 0
                ? value.equals("system")
                : GROUPS.contains(value.substring(0, slash)) && Identifier.isIdentifier(value, slash + 1);
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
