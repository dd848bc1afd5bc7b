package org.incidentledger.cli.site;

import java.util.LinkedHashMap;
import java.util.Map;

/** The commands of this package by name. */
public final class SiteCommands {
    private SiteCommands() {}

    /** In the order in which help lists them. */
    public static Map<String, Class<?>> byName() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("serve", Serve.class);
        commands.put("site", ExportSite.class);
        return commands;
    }
}
