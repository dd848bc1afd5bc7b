package org.incidentledger.cli.history;

import java.util.LinkedHashMap;
import java.util.Map;

/** The commands of this package by their names. */
public final class HistoryCommands {
    private HistoryCommands() {}

    /** In the order in which help lists them. */
    public static Map<String, Class<?>> byName() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("timeline", Timeline.class);
        commands.put("audit", Audit.class);
        commands.put("status", Status.class);
        commands.put("measures", Measures.class);
        commands.put("replay", Replay.class);
        return commands;
    }
}
