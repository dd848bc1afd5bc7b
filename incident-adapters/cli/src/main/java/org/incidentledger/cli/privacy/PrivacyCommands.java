package org.incidentledger.cli.privacy;

import java.util.LinkedHashMap;
import java.util.Map;

/** The commands of this package by their names. */
public final class PrivacyCommands {
    private PrivacyCommands() {}

    /** In the order in which help lists them. */
    public static Map<String, Class<?>> byName() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("describe-subject", DescribeSubject.class);
        commands.put("open", OpenValue.class);
        commands.put("disclose", Disclose.class);
        commands.put("subject", SubjectAccess.class);
        commands.put("erase", Erase.class);
        commands.put("hold", HoldGroup.class);
        commands.put("rotate-sealing-key", RotateSealingKey.class);
        return commands;
    }
}
