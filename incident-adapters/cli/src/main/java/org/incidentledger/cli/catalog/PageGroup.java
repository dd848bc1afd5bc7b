package org.incidentledger.cli.catalog;

import org.incidentledger.cli.invocation.CommandGroup;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.catalog.PageDescription;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The status page itself. */
@Command(
        name = "page",
        description = "Say what the status page is called and where it is.",
        subcommands = PageGroup.Describe.class,
        footer =
                "  incident page describe --name 'Example Hosting' --url https://status.example.org --zone Europe/Berlin")
public final class PageGroup extends CommandGroup {
    @Command(
            name = "describe",
            description = "Say what the page is called, where it is and in which time zone it speaks.",
            footer = {
                "  incident page describe --name 'Example Hosting' --url https://status.example.org \\",
                "      --zone Europe/Berlin"
            })
    static final class Describe extends CatalogStep {
        @Option(names = "--name", required = true, paramLabel = "TEXT", description = "The name of the page.")
        String name = "";

        @Option(names = "--url", paramLabel = "URL", description = "Where people find it.")
        @Nullable
        String url;

        @Option(names = "--zone", paramLabel = "ZONE", description = "The time zone of the page (default: Etc/UTC).")
        String zone = "Etc/UTC";

        @Override
        Sending<CatalogCommand> sending(Invocation invocation) {
            return Sending.of(
                    new CatalogCommand.DescribePage(new PageDescription(name, url, zone, null)), "page described");
        }
    }
}
