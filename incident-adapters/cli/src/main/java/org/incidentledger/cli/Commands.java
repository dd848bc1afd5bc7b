package org.incidentledger.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.incidentledger.cli.access.AccessGroup;
import org.incidentledger.cli.anchoring.TimestampStep;
import org.incidentledger.cli.anchoring.WitnessGroup;
import org.incidentledger.cli.catalog.ComponentGroup;
import org.incidentledger.cli.catalog.PageGroup;
import org.incidentledger.cli.history.HistoryCommands;
import org.incidentledger.cli.incident.IncidentCommands;
import org.incidentledger.cli.maintenance.MaintenanceGroup;
import org.incidentledger.cli.privacy.PrivacyCommands;
import org.incidentledger.cli.proof.ProofCommands;
import org.incidentledger.cli.site.SiteCommands;
import org.incidentledger.cli.upkeep.Completion;
import org.incidentledger.cli.upkeep.ImportGroup;
import org.incidentledger.cli.upkeep.PruneRefusals;
import org.incidentledger.cli.upkeep.Rebuild;
import org.incidentledger.cli.upkeep.RotateKey;

/**
 * Every command by its name. Only those that can be meant are taken in: reading the annotations of all of them would cost
 * more time than most commands need for their work.
 */
final class Commands {
    private Commands() {}

    /** Those that the arguments name, or all when they name none or ask about all. */
    static Map<String, Class<?>> named(String... args) {
        Map<String, Class<?>> all = all();
        Set<String> words = Set.copyOf(Arrays.asList(args));
        Map<String, Class<?>> named = new LinkedHashMap<>(all);
        named.keySet().retainAll(words);
        return named.isEmpty() || words.contains("help") || words.contains("completion") ? all : named;
    }

    private static Map<String, Class<?>> all() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("demo", Demo.class);
        commands.putAll(IncidentCommands.byName());
        commands.put("maintenance", MaintenanceGroup.class);
        commands.put("page", PageGroup.class);
        commands.put("component", ComponentGroup.class);
        commands.put("import", ImportGroup.class);
        commands.putAll(HistoryCommands.byName());
        commands.putAll(SiteCommands.byName());
        commands.putAll(ProofCommands.byName());
        commands.putAll(PrivacyCommands.byName());
        commands.put("witness", WitnessGroup.class);
        commands.put("timestamp", TimestampStep.class);
        commands.put("rebuild", Rebuild.class);
        commands.put("rotate-key", RotateKey.class);
        commands.put("prune-refusals", PruneRefusals.class);
        commands.put("access", AccessGroup.class);
        commands.put("completion", Completion.class);
        return commands;
    }
}
