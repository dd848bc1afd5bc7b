package org.incidentledger.embedded;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.incidentledger.core.access.AccessDecision;
import org.incidentledger.core.access.AccessPolicy;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.access.Role;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Times;
import org.incidentledger.core.ledger.RefusalLog;
import org.incidentledger.core.ledger.StreamId;

/** Asks the access policy of a ledger, and records what it refuses. Safe for use by many threads. */
public final class Gatekeeper {
    /** The category under which a refusal is recorded that is about no command. */
    private static final String CATEGORY = "access";

    private final AccessPolicy policy;
    private final RefusalLog refusals;
    private final Clock clock;

    Gatekeeper(AccessPolicy policy, RefusalLog refusals, Clock clock) {
        this.policy = policy;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** The policy that is asked. */
    public AccessPolicy policy() {
        return policy;
    }

    /**
     * Returns when the actor may.
     *
     * @throws NotPermittedException when it may not; that is recorded
     * @throws org.incidentledger.core.ledger.LedgerException when a refusal cannot be recorded
     */
    public void require(ActorRef actor, Action action) {
        if (policy.decide(actor, action) instanceof AccessDecision.Denied denied) {
            record(new StreamId(CATEGORY, action.word()), denied.refusal(), Times.inMicros(clock.instant()));
            throw new NotPermittedException(denied.refusal());
        }
    }

    /** The same for somebody who was let in with these roles only. */
    public Gatekeeper limitedTo(Set<Role> roles) {
        return new Gatekeeper(policy.limitedTo(roles), refusals, clock);
    }

    /** Why a command may not be sent, which is recorded; empty when it may. */
    Optional<Refusal> objection(CommandHeader header, Action action, StreamId stream) {
        if (policy.decide(header.actor(), action) instanceof AccessDecision.Denied denied) {
            record(stream, denied.refusal(), header.receivedAt());
            return Optional.of(denied.refusal());
        }
        return Optional.empty();
    }

    /** Under an id of its own: nobody looked at the command, so this is not its first result. */
    private void record(StreamId stream, Refusal refusal, Instant receivedAt) {
        refusals.record(UUID.randomUUID(), stream, refusal, receivedAt);
    }
}
