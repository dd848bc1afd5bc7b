package org.incidentledger.cli.catalog;

import org.incidentledger.cli.invocation.CommandGroup;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The components that the status page shows. */
@Command(
        name = "component",
        description = "Add, describe, retire, reinstate and list the components of the status page.",
        subcommands = {
            ComponentGroup.Add.class,
            ComponentGroup.Describe.class,
            ComponentGroup.Retire.class,
            ComponentGroup.Reinstate.class,
            ComponentList.class
        },
        footer = {
            "  incident component add --component node-7 --name 'Node 7' --kind node --group Berlin",
            "  incident component list"
        })
public final class ComponentGroup extends CommandGroup {
    /** A command about one component. */
    abstract static class ComponentStep extends CatalogStep {
        @Option(names = "--component", required = true, paramLabel = "ID", description = "The component that is meant.")
        String component = "";

        ComponentId id() {
            return new ComponentId(component);
        }

        Sending<CatalogCommand> sending(CatalogCommand command, String done) {
            return Sending.of(command, "component %s %s".formatted(component, done), "component", component);
        }
    }

    /** A command that says what the page says of a component. */
    abstract static class DescribingStep extends ComponentStep {
        @Option(names = "--name", required = true, paramLabel = "TEXT", description = "Its name on the page.")
        String name = "";

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                description = "One of: ${COMPLETION-CANDIDATES} (default: service).")
        ComponentKind kind = ComponentKind.SERVICE;

        @Option(names = "--group", paramLabel = "TEXT", description = "The heading under which it is shown.")
        @Nullable
        String group;

        @Option(names = "--description", paramLabel = "TEXT", description = "What it is, in one line.")
        @Nullable
        String description;

        @Option(names = "--order", paramLabel = "N", description = "Its place among the others (default: 0).")
        int order;

        ComponentDescription described() {
            return new ComponentDescription(name, kind, group, description, order);
        }
    }

    @Command(
            name = "add",
            description = "Add a component to the page. Makes the ledger when there is none.",
            footer = {
                "  incident component add --component node-7 --name 'Node 7' --kind node --group Berlin",
                "  incident component add --component mail --name Mail --order 2"
            })
    static final class Add extends DescribingStep {
        @Override
        Sending<CatalogCommand> sending(Invocation invocation) {
            return sending(new CatalogCommand.AddComponent(id(), described(), null), "added");
        }
    }

    @Command(
            name = "describe",
            description = "Change what the page says of a component.",
            footer =
                    "  incident component describe --component node-7 --name 'Node 7 (new)' --kind node --group Berlin")
    static final class Describe extends DescribingStep {
        @Override
        Sending<CatalogCommand> sending(Invocation invocation) {
            return sending(new CatalogCommand.DescribeComponent(id(), described()), "described");
        }
    }

    @Command(
            name = "retire",
            description = "Take a component off the page; its history stays.",
            footer = "  incident component retire --component node-7 --reason 'Switched off'")
    static final class Retire extends ComponentStep {
        @Override
        Sending<CatalogCommand> sending(Invocation invocation) {
            return sending(new CatalogCommand.RetireComponent(id(), write.requiredReason()), "retired");
        }
    }

    @Command(
            name = "reinstate",
            description = "Put a retired component back on the page.",
            footer = "  incident component reinstate --component node-7 --reason 'In use again'")
    static final class Reinstate extends ComponentStep {
        @Override
        Sending<CatalogCommand> sending(Invocation invocation) {
            return sending(new CatalogCommand.ReinstateComponent(id(), write.requiredReason()), "reinstated");
        }
    }
}
