package org.incidentledger.embedded;

import java.util.List;
import java.util.Set;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.access.Role;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.LedgerReader;
import org.incidentledger.core.ledger.RecordedRefusal;
import org.incidentledger.core.verification.EntryProof;
import org.incidentledger.projections.audit.AuditProjection;
import org.incidentledger.projections.replay.Documents;
import org.incidentledger.projections.replay.Projection;

/**
 * What is not public, read by an actor. Each method asks the access policy and throws {@link NotPermittedException} when the actor
 * lacks a role for it. Safe for use by many threads.
 */
public final class Readings {
    private final IncidentLedger ledger;
    private final Gatekeeper gatekeeper;
    private final ActorRef actor;

    Readings(IncidentLedger ledger, Gatekeeper gatekeeper, ActorRef actor) {
        this.ledger = ledger;
        this.gatekeeper = gatekeeper;
        this.actor = actor;
    }

    /** The same for a bearer that was let in with these roles only. */
    public Readings limitedTo(Set<Role> roles) {
        return new Readings(ledger, gatekeeper.limitedTo(roles), actor);
    }

    /** The views as they stand; each is asked for when it is taken. */
    public Views views() {
        return new Asked(ledger.views());
    }

    /** The views as they stood at a moment of history. */
    public Views asOf(Moment moment) {
        return new Asked(ledger.asOf(moment));
    }

    /** Entries as they are stored. */
    public LedgerReader reader() {
        gatekeeper.require(actor, Action.READ_ENTRIES);
        return ledger.reader();
    }

    /** The proof that the entry at a position is in the ledger; fails as {@link IncidentLedger#prove(long)} does. */
    public EntryProof prove(long position) {
        gatekeeper.require(actor, Action.READ_ENTRIES);
        return ledger.prove(position);
    }

    /** What was refused last, the newest first: commands sent under an id of the sender's, and whatever took a role. */
    public List<RecordedRefusal> refusals(int limit) {
        gatekeeper.require(actor, Action.READ_AUDIT_TRAIL);
        return ledger.refusals().newest(limit);
    }

    private final class Asked implements Views {
        private final Views views;

        Asked(Views views) {
            this.views = views;
        }

        @Override
        public long size() {
            return views.size();
        }

        @Override
        public <D> Documents<D> of(Projection<D> projection) {
            gatekeeper.require(
                    actor, projection instanceof AuditProjection ? Action.READ_AUDIT_TRAIL : Action.READ_INCIDENTS);
            return views.of(projection);
        }
    }
}
