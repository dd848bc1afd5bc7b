package org.incidentledger.core.access;

import java.util.EnumSet;
import java.util.Set;
import org.incidentledger.core.decision.ActorRef;

/** What both grant: a policy, and the roles that somebody was let in with. */
record LimitedPolicy(AccessPolicy policy, Set<Role> roles) implements AccessPolicy {
    @Override
    public Set<Role> rolesOf(ActorRef actor) {
        Set<Role> both = EnumSet.noneOf(Role.class);
        both.addAll(policy.rolesOf(actor));
        both.retainAll(roles);
        return both;
    }

    @Override
    public AccessDecision decide(ActorRef actor, Action action) {
        AccessDecision narrow = AccessPolicy.super.decide(actor, action);
        return narrow instanceof AccessDecision.Granted ? policy.decide(actor, action) : narrow;
    }
}
