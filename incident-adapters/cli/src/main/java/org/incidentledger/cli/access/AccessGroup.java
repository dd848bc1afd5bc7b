package org.incidentledger.cli.access;

import org.incidentledger.cli.invocation.CommandGroup;
import picocli.CommandLine.Command;

/** Who may do what. */
@Command(
        name = "access",
        description = {
            "Say who has which role, and give access tokens. Roles lie in the file 'access' beside the ledger's key; without it",
            "everybody who can use the ledger's files has every role. A ledger that is open sees a change within a second."
        },
        subcommands = {
            AccessSteps.Show.class,
            AccessSteps.GrantRole.class,
            AccessSteps.RevokeRole.class,
            AccessSteps.Roles.class,
            TokenSteps.class
        },
        footer = {
            "  incident access grant responder staff/dora",
            "  incident access grant reader 'staff/*'",
            "  incident access token issue --for staff/dora --role auditor --label laptop --expires 90d"
        })
public final class AccessGroup extends CommandGroup {}
