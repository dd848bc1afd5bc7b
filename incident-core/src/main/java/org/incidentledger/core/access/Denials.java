package org.incidentledger.core.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;

/** What somebody is told who lacks a role. */
final class Denials {
    private Denials() {}

    static Refusal of(ActorRef actor, Set<Role> roles, Action action) {
        String needed = words(action.allowedBy(), " or ");
        return new Refusal(
                Rule.NOT_PERMITTED,
                "%s may not %s: that takes the role %s, and it has %s; ask a key holder for 'access grant %s %s'"
                        .formatted(
                                actor,
                                action.description(),
                                needed,
                                roles.isEmpty() ? "none" : words(roles, ", "),
                                action.allowedBy().iterator().next().word(),
                                actor));
    }

    private static String words(Set<Role> roles, String between) {
        return roles.stream().sorted().map(Role::word).collect(Collectors.joining(between));
    }
}
