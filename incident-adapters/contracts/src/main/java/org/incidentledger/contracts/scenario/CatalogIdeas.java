package org.incidentledger.contracts.scenario;

import java.util.List;
import org.incidentledger.core.catalog.Catalog;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentKind;
import org.incidentledger.core.catalog.PageDescription;

/** What somebody might want of the catalog. */
record CatalogIdeas(Choice choice) {
    private static final List<String> ZONES = List.of("Etc/UTC", "Europe/Berlin", "America/New_York", "Mars/Olympus");

    CatalogCommand next(Catalog state) {
        if (state.components().isEmpty() && !choice.oneIn(4)) {
            return new CatalogCommand.AddComponent(component(), description(), null);
        }
        return switch (choice.below(6)) {
            case 0 -> new CatalogCommand.DescribePage(page(state));
            case 1 -> new CatalogCommand.AddComponent(component(), description(), null);
            case 2 -> new CatalogCommand.DescribeComponent(component(), description());
            case 3 -> describeAgain(state);
            case 4 -> new CatalogCommand.RetireComponent(component(), choice.text(Scenario.LIMITS.line()));
            default -> new CatalogCommand.ReinstateComponent(component(), choice.text(Scenario.LIMITS.line()));
        };
    }

    private PageDescription page(Catalog state) {
        PageDescription known = state.page();
        return known != null && choice.oneIn(3)
                ? known
                : new PageDescription(choice.text(Scenario.LIMITS.title()), null, choice.of(ZONES), null);
    }

    private CatalogCommand describeAgain(Catalog state) {
        ComponentId component = component();
        Catalog.Entry known = state.components().get(component);
        return new CatalogCommand.DescribeComponent(component, known == null ? description() : known.description());
    }

    private ComponentId component() {
        return new ComponentId(choice.name("c", 3));
    }

    private ComponentDescription description() {
        return new ComponentDescription(
                choice.text(Scenario.LIMITS.title()),
                choice.of(ComponentKind.class),
                choice.maybe(() -> choice.text(Scenario.LIMITS.title())),
                choice.maybe(() -> choice.text(Scenario.LIMITS.line())),
                choice.below(10));
    }
}
