package org.incidentledger.ledger.access;

import java.util.regex.Pattern;
import org.incidentledger.core.access.Role;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.vocabulary.InvalidValueException;

/**
 * One line of the access file.
 *
 * @param role what is granted
 * @param to an actor, or all of one kind, such as {@code staff/*}
 */
public record Grant(Role role, String to) {
    private static final Pattern ALL_OF_A_KIND = Pattern.compile("(staff|client|service|researcher|supplier)/\\*");

    /** @throws InvalidValueException unless it is granted to an actor, or to all of one kind */
    public Grant {
        if (!ALL_OF_A_KIND.matcher(to).matches()) {
            try {
                to = new ActorRef(to).value();
            } catch (InvalidValueException e) {
                throw new InvalidValueException(e.getMessage() + "; or all of a kind, such as staff/*");
            }
        }
    }

    boolean isTo(ActorRef actor) {
        return to.equals(actor.value())
                || (to.endsWith("/*") && actor.value().startsWith(to.substring(0, to.length() - 1)));
    }

    String line() {
        return "grant %s %s".formatted(role.word(), to);
    }
}
