package org.incidentledger.intake.statuspage;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.catalog.CatalogCommand.AddComponent;
import org.incidentledger.core.catalog.CatalogCommand.DescribeComponent;
import org.incidentledger.core.catalog.CatalogCommand.DescribePage;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentKind;
import org.incidentledger.core.catalog.PageDescription;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What must be sent so that the catalog has the page and every component that its history names. A page that describes itself
 * here without a source is the embedder's own and stays as it is.
 */
final class CatalogPlan {
    /** Where a component is shown of which the source tells no more than the name: after the others. */
    private static final int LAST = 1_000;

    private final Rehearsal rehearsal;
    private final StatuspageDocument told;
    private KnownCatalog known;

    CatalogPlan(Rehearsal rehearsal, StatuspageDocument told, KnownCatalog known) {
        this.rehearsal = rehearsal;
        this.told = told;
        this.known = known;
    }

    void make() {
        describePage();
        told().stream()
                .sorted(Comparator.comparingInt(StatuspageComponent::position).thenComparing(StatuspageComponent::id))
                .forEach(this::describe);
        effects().forEach(this::addByName);
    }

    private void describePage() {
        StatuspagePage page = told.page();
        PageDescription described = known.state().page();
        PageDescription next = new PageDescription(
                page.name(), page.url(), page.timeZone(), rehearsal.source().ref(page.id(), page.url()));
        if (described != null && SourcePage.isStatuspage(described.external())) {
            requireSamePage(described);
        }
        if (described == null || (described.external() != null && !described.equals(next))) {
            send(new DescribePage(next), page.updatedAt(), "page " + page.id());
        }
    }

    /** @throws ImportRefusedException when the ledger mirrors another page already */
    private void requireSamePage(PageDescription described) {
        if (!rehearsal.source().isMine(described.external())) {
            throw new ImportRefusedException(
                    "page " + told.page().id(),
                    new Refusal(
                            Rule.ALREADY_EXISTS,
                            "this ledger mirrors page %s (%s); import into another ledger"
                                    .formatted(SourcePage.pageOf(described.external()), described.name())));
        }
    }

    /** Every component that is described, once: the page's own list counts most, then the word that is newest. */
    private List<StatuspageComponent> told() {
        Map<String, StatuspageComponent> byId = new LinkedHashMap<>();
        Stream.concat(told.incidents().stream(), told.scheduledMaintenances().stream())
                .flatMap(incident -> incident.components().stream())
                .forEach(component -> byId.merge(component.id(), component, CatalogPlan::newer));
        told.components().forEach(component -> byId.put(component.id(), component));
        return byId.values().stream().filter(component -> !component.group()).toList();
    }

    private static StatuspageComponent newer(StatuspageComponent first, StatuspageComponent second) {
        boolean newer = second.updatedAt() != null
                && (first.updatedAt() == null || second.updatedAt().isAfter(first.updatedAt()));
        return newer ? second : first;
    }

    /** Every component that an update names, with the instant of that update; older updates first. */
    private Map<StatuspageEffect, Instant> effects() {
        Map<StatuspageEffect, Instant> byEffect = new LinkedHashMap<>();
        Stream.concat(told.incidents().stream(), told.scheduledMaintenances().stream())
                .flatMap(incident -> incident.incidentUpdates().stream())
                .sorted(Comparator.comparing(StatuspageUpdate::createdAt))
                .forEach(
                        update -> update.effects().forEach(effect -> byEffect.putIfAbsent(effect, update.createdAt())));
        return byEffect;
    }

    private void describe(StatuspageComponent component) {
        ComponentId id = SourcePage.component(component.id());
        ComponentDescription next = new ComponentDescription(
                component.name(),
                ComponentKind.SERVICE,
                group(component),
                component.description(),
                component.position());
        ComponentDescription described = known.component(id);
        if (described == null) {
            add(id, next, component.id(), component.createdAt());
        } else {
            requireMine(id, component.id());
            if (!described.equals(next)) {
                send(new DescribeComponent(id, next), component.updatedAt(), "component " + component.id());
            }
        }
    }

    private void addByName(StatuspageEffect effect, Instant at) {
        ComponentId id = SourcePage.component(effect.code());
        if (known.component(id) == null) {
            ComponentDescription named =
                    new ComponentDescription(effect.name(), ComponentKind.SERVICE, null, null, LAST);
            add(id, named, effect.code(), at);
        } else {
            requireMine(id, effect.code());
        }
    }

    private void requireMine(ComponentId id, String externalId) {
        SourceClash.require(
                rehearsal.source().isMine(known.externals().get(id), externalId),
                "component",
                id.value(),
                rehearsal.source());
    }

    private void add(ComponentId id, ComponentDescription description, String externalId, @Nullable Instant at) {
        send(
                new AddComponent(id, description, rehearsal.source().ref(externalId, null)),
                at,
                "component " + externalId);
    }

    /** The heading above a component; its id when the document does not say what it is called. */
    private @Nullable String group(StatuspageComponent component) {
        return told.components().stream()
                .filter(group -> group.id().equals(component.groupId()))
                .map(StatuspageComponent::name)
                .findFirst()
                .orElse(component.groupId());
    }

    private void send(CatalogCommand command, @Nullable Instant at, String subject) {
        Instant occurredAt = at == null ? rehearsal.now() : rehearsal.past(at);
        known = rehearsal.add(
                known,
                new Step.Turn(Step.Stage.CATALOG, Instant.EPOCH, 0),
                new SourceCommand.ToCatalog(command),
                new Rehearsal.Occasion(occurredAt, subject));
    }
}
