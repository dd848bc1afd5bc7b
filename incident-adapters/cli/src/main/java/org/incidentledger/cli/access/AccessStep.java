package org.incidentledger.cli.access;

import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.core.access.AccessDecision;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.ledger.access.AccessFolder;

/** A command about the files of roles and access tokens. It needs no ledger, and works while another process has it open. */
abstract class AccessStep extends CliCommand {
    private final Action action;

    AccessStep(Action action) {
        this.action = action;
    }

    /** Does it and prints the answer. */
    abstract void run(AccessFolder access, Invocation invocation);

    @Override
    protected int run(Invocation invocation) {
        AccessFolder access = new AccessFolder(invocation.ledger().keys());
        ActorRef actor = invocation.actor();
        if (access.policy().decide(actor, action) instanceof AccessDecision.Denied denied) {
            record(invocation);
            throw Failure.refused(denied.refusal());
        }
        run(access, invocation);
        return ExitCode.DONE;
    }

    /** As far as that is possible: while another process has the ledger open, the refusal stands unrecorded. */
    private void record(Invocation invocation) {
        if (invocation.ledger().exists()) {
            try (IncidentLedger ledger = invocation.openExisting()) {
                invocation.require(ledger, action);
            } catch (LedgerException.Unavailable e) {
                invocation.surroundings().err().println("incident: the refusal is not recorded: " + e.getMessage());
            }
        }
    }
}
