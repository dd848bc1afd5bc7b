package org.incidentledger.ledger.access;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.incidentledger.core.access.AccessDecision;
import org.incidentledger.core.access.AccessPolicy;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.access.Role;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.vocabulary.InvalidValueException;

/**
 * Grants what an access file says; without one, every role to everybody. A file that is wrong grants nothing to anybody until it is
 * mended: an open ledger must not fall back to rules that somebody has just replaced.
 */
final class FileAccessPolicy implements AccessPolicy {
    private static final AccessPolicy WITHOUT_FILE = AccessPolicy.everyRole();

    private final WatchedFile<Grants> file;

    /**
     * @throws InvalidValueException when the file says something wrong, naming the line
     * @throws LedgerException.Unavailable when it cannot be read, or others may read it
     */
    FileAccessPolicy(Path path, LongSupplier nanoTime) {
        this.file = new WatchedFile<>(path, Grants::parse, nanoTime);
    }

    @Override
    public Set<Role> rolesOf(ActorRef actor) {
        try {
            return roles(actor);
        } catch (InvalidValueException | LedgerException e) {
            return Set.of();
        }
    }

    private Set<Role> roles(ActorRef actor) {
        Optional<Grants> grants = file.get();
        return grants.isPresent() ? grants.get().of(actor) : WITHOUT_FILE.rolesOf(actor);
    }

    @Override
    public AccessDecision decide(ActorRef actor, Action action) {
        try {
            return AccessPolicy.decide(actor, roles(actor), action);
        } catch (InvalidValueException | LedgerException e) {
            return new AccessDecision.Denied(
                    new Refusal(Rule.NOT_PERMITTED, "nobody may do anything until this is mended: " + e.getMessage()));
        }
    }
}
