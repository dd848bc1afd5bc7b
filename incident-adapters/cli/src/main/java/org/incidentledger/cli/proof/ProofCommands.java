package org.incidentledger.cli.proof;

import java.util.LinkedHashMap;
import java.util.Map;

/** The commands of this package by their names. */
public final class ProofCommands {
    private ProofCommands() {}

    /** In the order in which help lists them. */
    public static Map<String, Class<?>> byName() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("verify", Verify.class);
        commands.put("export", Export.class);
        commands.put("verify-bundle", VerifyBundle.class);
        commands.put("prove", Prove.class);
        commands.put("verify-proof", VerifyProof.class);
        commands.put("consistency", Consistency.class);
        return commands;
    }
}
