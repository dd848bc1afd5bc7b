package org.incidentledger.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessPolicyTest {
    private static final ActorRef ADA = new ActorRef("staff/ada");
    private static final ActorRef EVE = new ActorRef("staff/eve");

    @ParameterizedTest
    @EnumSource(Role.class)
    void one_role_grants_its_actions_and_no_other(Role role) {
        AccessPolicy policy = actor -> Set.of(role);
        for (Action action : Action.values()) {
            assertThat(policy.decide(ADA, action) instanceof AccessDecision.Granted)
                    .as("%s as %s", action, role)
                    .isEqualTo(action.allowedBy().contains(role));
        }
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void whoever_owns_the_files_may_do_everything(Action action) {
        assertThat(AccessPolicy.everyRole().decide(EVE, action)).isInstanceOf(AccessDecision.Granted.class);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void an_actor_that_is_not_known_may_do_nothing(Action action) {
        AccessPolicy policy = granting(Map.of(ADA, Set.of(Role.values())));
        assertThat(policy.decide(EVE, action)).isInstanceOf(AccessDecision.Denied.class);
    }

    @Test
    void a_refusal_names_the_actor_the_role_needed_and_how_to_get_it() {
        AccessPolicy policy = granting(Map.of(ADA, Set.of(Role.RESPONDER, Role.READER)));
        assertThat(policy.decide(ADA, Action.PUBLISH_POST_MORTEM))
                .isEqualTo(
                        new AccessDecision.Denied(
                                new Refusal(
                                        Rule.NOT_PERMITTED,
                                        "staff/ada may not publish an approved post-mortem: that takes the role communicator or approver, and"
                                                + " it has reader, responder; ask a key holder for 'access grant communicator staff/ada'")));
        assertThat(policy.decide(EVE, Action.ERASE))
                .asString()
                .contains("staff/eve may not erase", "role key-holder, and it has none");
    }

    @Test
    void a_limit_takes_roles_away_and_gives_none() {
        AccessPolicy policy = granting(Map.of(ADA, Set.of(Role.RESPONDER, Role.READER)))
                .limitedTo(Set.of(Role.READER, Role.KEY_HOLDER));
        assertThat(policy.rolesOf(ADA)).containsExactly(Role.READER);
        assertThat(policy.decide(ADA, Action.READ_INCIDENTS)).isInstanceOf(AccessDecision.Granted.class);
        assertThat(policy.decide(ADA, Action.RESPOND)).isInstanceOf(AccessDecision.Denied.class);
        assertThat(policy.decide(ADA, Action.ERASE)).isInstanceOf(AccessDecision.Denied.class);
    }

    @Test
    void a_limit_keeps_what_the_policy_decides_of_its_own() {
        AccessPolicy own = new AccessPolicy() {
            @Override
            public Set<Role> rolesOf(ActorRef actor) {
                return Set.of(Role.values());
            }

            @Override
            public AccessDecision decide(ActorRef actor, Action action) {
                return new AccessDecision.Denied(new Refusal(Rule.NOT_PERMITTED, "not on Sundays"));
            }
        };
        assertThat(own.limitedTo(Set.of(Role.READER)).decide(ADA, Action.READ_INCIDENTS))
                .asString()
                .contains("not on Sundays");
    }

    private static AccessPolicy granting(Map<ActorRef, Set<Role>> grants) {
        return actor -> grants.getOrDefault(actor, Set.of());
    }
}
