package org.incidentledger.cli.invocation;

import java.util.Map;

/**
 * What a command of the command line sends to the ledger.
 *
 * @param command made before the ledger is opened
 * @param done what was done, once it is accepted, such as {@code acknowledged}
 * @param names ids that the command chose or names, for machines, by what they name
 */
public record Sending<C>(C command, String done, Map<String, String> names) {
    /** A command that names nothing of its own. */
    public static <C> Sending<C> of(C command, String done) {
        return new Sending<>(command, done, Map.of());
    }

    /** A command that chose or names one id. */
    public static <C> Sending<C> of(C command, String done, String what, String id) {
        return new Sending<>(command, done, Map.of(what, id));
    }
}
