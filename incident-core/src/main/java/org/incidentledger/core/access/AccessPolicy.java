package org.incidentledger.core.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.incidentledger.core.decision.ActorRef;

/**
 * Says which roles an actor has, and so what it may do. An embedding service that knows its people elsewhere implements
 * {@link #rolesOf}; one whose rules are not about roles implements {@link #decide}, too.
 *
 * <p>Asked for every command and for every reading that is not public, by many threads at once: it answers from memory, within
 * microseconds. That the actor is who it claims to be is the business of whoever let it in.
 */
@FunctionalInterface
public interface AccessPolicy {
    /** The roles of an actor; empty for one that is not known. */
    Set<Role> rolesOf(ActorRef actor);

    /** Decides by the table of {@link Action}; to deliver is also the ledger's own, in the name of {@code system}. */
    default AccessDecision decide(ActorRef actor, Action action) {
        return decide(actor, rolesOf(actor), action);
    }

    /** Decides by the table of {@link Action} about an actor that has these roles. */
    static AccessDecision decide(ActorRef actor, Set<Role> roles, Action action) {
        if (action == Action.DELIVER && actor.equals(ActorRef.SYSTEM)) {
            return AccessDecision.Granted.INSTANCE;
        }
        for (Role role : action.allowedBy()) {
            if (roles.contains(role)) {
                return AccessDecision.Granted.INSTANCE;
            }
        }
        return new AccessDecision.Denied(Denials.of(actor, roles, action));
    }

    /**
     * Every actor has every role. The default of a ledger whose files belong to one account: whoever can use them could do everything
     * anyway.
     */
    static AccessPolicy everyRole() {
        Set<Role> all = Collections.unmodifiableSet(EnumSet.allOf(Role.class));
        return actor -> all;
    }

    /** This policy for somebody who was let in with these roles only: what counts is what both grant. */
    default AccessPolicy limitedTo(Set<Role> roles) {
        return new LimitedPolicy(this, Set.copyOf(roles));
    }
}
