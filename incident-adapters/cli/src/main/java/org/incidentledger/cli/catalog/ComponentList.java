package org.incidentledger.cli.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.MomentOptions;
import org.incidentledger.cli.invocation.TextTable;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.projections.status.ComponentHistory;
import org.incidentledger.projections.status.ComponentProjection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "List the components that were ever on the page.",
        footer = {"  incident component list", "  incident component list --as-of 2026-05-01T00:00:00Z --json"})
final class ComponentList extends CliCommand {
    @Mixin
    MomentOptions moment = new MomentOptions();

    @Override
    protected int run(Invocation invocation) {
        try (IncidentLedger ledger = invocation.openExisting();
                Stream<ComponentHistory> all = moment.views(invocation, ledger)
                        .of(new ComponentProjection())
                        .all()) {
            List<ComponentHistory> components = all.toList();
            invocation.answers().print(() -> text(components), () -> json(components));
        }
        return ExitCode.DONE;
    }

    private static String text(List<ComponentHistory> components) {
        TextTable table = new TextTable("COMPONENT", "NAME", "KIND", "GROUP", "ON THE PAGE");
        for (ComponentHistory component : components) {
            ComponentDescription said = component.description();
            table.row(
                    component.id(),
                    said.name(),
                    Words.of(said.kind()),
                    said.group() == null ? "-" : said.group(),
                    component.retired() == null ? "yes" : "no, retired");
        }
        return components.isEmpty() ? "No component was ever added.\n" : table.toString();
    }

    private static ObjectNode json(List<ComponentHistory> components) {
        ObjectNode object = Answers.object();
        ArrayNode list = object.putArray("components");
        for (ComponentHistory component : components) {
            ComponentDescription said = component.description();
            list.addObject()
                    .put("id", component.id())
                    .put("name", said.name())
                    .put("kind", Words.of(said.kind()))
                    .put("group", said.group())
                    .put("description", said.description())
                    .put("order", said.order())
                    .put("retired", component.retired() != null);
        }
        return object;
    }
}
